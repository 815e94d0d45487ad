"""Valid files of every kind of picture, with every entry that must not reach a plan."""

import io

from PIL import ExifTags, Image, ImageCms

SECRETS = (b"SECRET-CAMERA", b"SECRET-COMMENT", b"SECRET-XMP", b"SECRET-NAME")
ORIENTATION = 0x0112


def a_photo(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """Red in its upper half, blue in its lower half."""
    photo = Image.new("RGB", (width, height), (250, 5, 5))
    photo.paste((5, 5, 250), (0, height // 2, width, height))
    return photo.convert(mode)


def a_deep_photo() -> Image.Image:
    """The photo in grey, with 16 bits for each shade."""
    shades = a_photo(mode="L").tobytes()
    return Image.frombytes(
        "I;16", (64, 48), b"".join((shade * 257).to_bytes(2, "little") for shade in shades)
    )


def as_bytes(photo: Image.Image, kind: str, **options: object) -> bytes:
    """The file of a photo."""
    target = io.BytesIO()
    photo.save(target, kind, **options)
    return target.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: camera, place, which way is up."""
    found = Image.Exif()
    found[ORIENTATION] = orientation
    found[ExifTags.Base.Make] = "SECRET-CAMERA"
    found[ExifTags.Base.Artist] = "SECRET-NAME"
    found.get_ifd(ExifTags.IFD.GPSInfo).update(
        {1: "N", 2: (40.0, 49.0, 28.0), 3: "E", 4: (140.0, 44.0, 50.0)}
    )
    return found


def profile() -> bytes:
    """A colour profile as cameras put it in."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def telling_jpeg(orientation: int = 1) -> bytes:
    """A JPEG with place, camera, comment, profile and XMP."""
    return as_bytes(
        a_photo(),
        "JPEG",
        quality=95,
        exif=exif(orientation),
        comment=b"SECRET-COMMENT",
        icc_profile=profile(),
        xmp=b"<x:xmpmeta>SECRET-XMP</x:xmpmeta>",
    )


def heic() -> bytes:
    """The beginning of a photo of a phone in HEIC."""
    return b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(40)


def animation() -> bytes:
    """A GIF of two pictures."""
    second = Image.new("RGB", (64, 48), "green")
    return as_bytes(a_photo(), "GIF", save_all=True, append_images=[second], duration=100)


def every_kind() -> dict[str, bytes]:
    """One valid file of each kind, and some odd ones of the same kinds."""
    found = {kind.lower(): as_bytes(a_photo(), kind) for kind in ("PNG", "JPEG", "GIF", "BMP", "WEBP")}
    return found | {
        "telling jpeg": telling_jpeg(6),
        "progressive jpeg": as_bytes(a_photo(), "JPEG", progressive=True),
        "cmyk jpeg": as_bytes(a_photo(mode="CMYK"), "JPEG"),
        "grey jpeg": as_bytes(a_photo(mode="L"), "JPEG"),
        "palette png": as_bytes(a_photo(mode="P"), "PNG"),
        "16 bit png": as_bytes(a_deep_photo(), "PNG"),
        "clear png": as_bytes(a_photo(mode="RGBA"), "PNG"),
        "turned png": as_bytes(a_photo(), "PNG", exif=exif(6)),
        "turned webp": as_bytes(a_photo(), "WEBP", exif=exif(8)),
        "clear webp": as_bytes(a_photo(mode="RGBA"), "WEBP", lossless=True),
        "animation": animation(),
        "heic": heic(),
    }
