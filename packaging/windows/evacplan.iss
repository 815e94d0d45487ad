; Installer for Windows, for one user and without an administrator: Inno Setup 6.
;
;   iscc /DVersion=0.1.0 packaging\windows\evacplan.iss        after packaging\windows\build.cmd; writes build\out
;
; Written without a Windows machine at hand and NOT RUN YET; packaging/ci/windows.yml runs it.
; Plans, backups and settings lie in the user's own AppData and are never touched, not by uninstalling either.

#ifndef Version
  #error Say which version: iscc /DVersion=...
#endif
#define Root SourcePath + "..\.."

[Setup]
AppId={{5C1E6B2E-7E0B-4C55-9C1F-2B7B6C0F3A51}
AppName=evacplan
AppVersion={#Version}
AppVerName=evacplan {#Version}
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\evacplan
DefaultGroupName=evacplan
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\icons\evacplan.ico
UninstallDisplayIcon={app}\evacplan.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
OutputDir={#Root}\build\out
OutputBaseFilename=evacplan-{#Version}-windows-x86_64-setup

[Languages]
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has not must not stay beside the new files.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\build\dist\evacplan\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\evacplan"; Filename: "{app}\evacplan.exe"
Name: "{userdesktop}\evacplan"; Filename: "{app}\evacplan.exe"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Software\Classes\.evacplan"; ValueType: string; ValueData: "evacplan.store"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\evacplan.store"; ValueType: string; ValueData: "evacplan"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\evacplan.store\DefaultIcon"; ValueType: string; ValueData: "{app}\evacplan.exe,0"

[Run]
; The self-test says whether the laptop is ready; a failed one does not undo the installation.
Filename: "{app}\evacplan-cli.exe"; Parameters: "selftest"; Flags: runhidden skipifsilent
Filename: "{app}\evacplan.exe"; Description: "{cm:LaunchProgram,evacplan}"; Flags: postinstall nowait skipifsilent
