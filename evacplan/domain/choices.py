"""The closed sets of answers, as codes; their Japanese words are in forms/choices.toml."""

from enum import StrEnum


class PlanKind(StrEnum):
    NEW = "new"
    RENEWED = "renewed"
    CHANGED = "changed"


class AuthorRole(StrEnum):
    CARE_COORDINATOR = "care_coordinator"
    CONSULTATION_SPECIALIST = "consultation_specialist"
    MUNICIPAL_STAFF = "municipal_staff"
    HEALTH_NURSE = "health_nurse"
    VISITING_NURSE = "visiting_nurse"
    FAMILY = "family"
    OTHER = "other"


class ExplainedItem(StrEnum):
    RECIPIENTS = "recipients"
    PURPOSE = "purpose"
    SCOPE = "scope"
    RIGHT_TO_REFUSE = "right_to_refuse"
    NO_GUARANTEE = "no_guarantee"


class Consent(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    DEFERRED = "deferred"


class ShareConsent(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"


class ShareRecipient(StrEnum):
    FIRE_DEPARTMENT = "fire_department"
    POLICE = "police"
    WELFARE_VOLUNTEER = "welfare_volunteer"
    SOCIAL_WELFARE_COUNCIL = "social_welfare_council"
    NEIGHBOURHOOD = "neighbourhood"
    DISASTER_HEADQUARTERS = "disaster_headquarters"
    OTHER = "other"


class ShareBasis(StrEnum):
    CONSENT = "consent"
    ORDINANCE = "ordinance"
    EMERGENCY = "emergency"


class SignerRelation(StrEnum):
    SELF = "self"
    FATHER = "father"
    MOTHER = "mother"
    LEGAL_REPRESENTATIVE = "legal_representative"
    OTHER = "other"


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"
    OTHER = "other"


class Residence(StrEnum):
    HOME = "home"
    HOSPITAL = "hospital"
    FACILITY = "facility"
    RELATIVES = "relatives"
    OTHER = "other"


class SupportReason(StrEnum):
    DEVICE_NEEDS_POWER = "device_needs_power"
    MEDICAL_CARE = "medical_care"
    CANNOT_MOVE_ALONE = "cannot_move_alone"
    CANNOT_JUDGE_DANGER = "cannot_judge_danger"
    CANNOT_GET_INFORMATION = "cannot_get_information"
    OTHER = "other"


class BloodGroup(StrEnum):
    A = "a"
    B = "b"
    O = "o"  # noqa: E741 - the blood group is called O
    AB = "ab"
    NOT_KNOWN = "not_known"


class Rhesus(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"
    NOT_KNOWN = "not_known"


class BodyGrade(StrEnum):
    GRADE_1 = "grade_1"
    GRADE_2 = "grade_2"
    GRADE_3 = "grade_3"
    GRADE_4 = "grade_4"
    GRADE_5 = "grade_5"
    GRADE_6 = "grade_6"
    GRADE_7 = "grade_7"


class AigoGrade(StrEnum):
    A = "a"
    B = "b"


class AigoClass(StrEnum):
    CLASS_1 = "class_1"
    CLASS_2 = "class_2"


class MentalGrade(StrEnum):
    GRADE_1 = "grade_1"
    GRADE_2 = "grade_2"
    GRADE_3 = "grade_3"


class CareSkill(StrEnum):
    SUCTION = "suction"
    VENTILATOR = "ventilator"
    BAG = "bag"
    OXYGEN = "oxygen"
    FEEDING = "feeding"
    MANUAL_SUCTION = "manual_suction"
    GENERATOR = "generator"
    ALL = "all"


class Weekday(StrEnum):
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class DayPlace(StrEnum):
    HOME = "home"
    SCHOOL = "school"
    NURSERY = "nursery"
    CHILD_DEVELOPMENT = "child_development"
    AFTER_SCHOOL = "after_school"
    SHORT_STAY = "short_stay"
    HOSPITAL = "hospital"
    OTHER = "other"


class CareKind(StrEnum):
    """The 14 kinds of the 2021 care score, in its order (rules.md section 7)."""

    VENTILATOR = "ventilator"
    TRACHEOSTOMY = "tracheostomy"
    NASOPHARYNGEAL_AIRWAY = "nasopharyngeal_airway"
    OXYGEN = "oxygen"
    SUCTION = "suction"
    NEBULISER = "nebuliser"
    TUBE_FEEDING = "tube_feeding"
    CENTRAL_VENOUS_CATHETER = "central_venous_catheter"
    INJECTION = "injection"
    BLOOD_GLUCOSE = "blood_glucose"
    DIALYSIS = "dialysis"
    URINARY_CATHETER = "urinary_catheter"
    BOWEL_CARE = "bowel_care"
    SEIZURE_CARE = "seizure_care"


class CareTiming(StrEnum):
    DAY = "day"
    NIGHT = "night"
    DAY_AND_NIGHT = "day_and_night"
    AS_NEEDED = "as_needed"


class WatchLevel(StrEnum):
    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


class MedicineRoute(StrEnum):
    ORAL = "oral"
    NASAL_TUBE = "nasal_tube"
    GASTROSTOMY = "gastrostomy"
    RECTAL = "rectal"
    INHALED = "inhaled"
    INJECTION = "injection"
    SKIN = "skin"
    OTHER = "other"


class MedicineStorage(StrEnum):
    ROOM = "room"
    COLD = "cold"
    DARK = "dark"
    OTHER = "other"


class DoctorRole(StrEnum):
    PRIMARY = "primary"
    FAMILY_DOCTOR = "family_doctor"
    SPECIALIST = "specialist"


class FeedingRoute(StrEnum):
    ORAL = "oral"
    NASAL_TUBE = "nasal_tube"
    GASTROSTOMY = "gastrostomy"
    JEJUNOSTOMY = "jejunostomy"
    OTHER = "other"


class SuctionSite(StrEnum):
    MOUTH_NOSE = "mouth_nose"
    TRACHEA = "trachea"


class TubeKind(StrEnum):
    NASOGASTRIC = "nasogastric"
    NASOJEJUNAL = "nasojejunal"
    GASTROSTOMY = "gastrostomy"
    JEJUNOSTOMY = "jejunostomy"


class DialysisKind(StrEnum):
    HAEMODIALYSIS = "haemodialysis"
    CAPD = "capd"
    APD = "apd"


class DeviceClass(StrEnum):
    VENTILATOR = "ventilator"
    CPAP_NPPV = "cpap_nppv"
    HEATED_HUMIDIFIER = "heated_humidifier"
    OXYGEN_CONCENTRATOR = "oxygen_concentrator"
    PORTABLE_CONCENTRATOR = "portable_concentrator"
    SUCTION = "suction"
    COUGH_ASSIST = "cough_assist"
    NEBULISER = "nebuliser"
    FEEDING_PUMP = "feeding_pump"
    INFUSION_PUMP = "infusion_pump"
    PULSE_OXIMETER = "pulse_oximeter"
    MONITOR = "monitor"
    PERITONEAL_DIALYSIS = "peritoneal_dialysis"
    COMMUNICATION_AID = "communication_aid"
    ELECTRIC_BED = "electric_bed"
    AIR_MATTRESS = "air_mattress"
    ELECTRIC_WHEELCHAIR = "electric_wheelchair"
    HEATING_COOLING = "heating_cooling"
    OTHER = "other"


class Priority(StrEnum):
    """A life-critical, B needed within hours, C replaceable, D daily living."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"


class Ownership(StrEnum):
    RENTED = "rented"
    OWNED = "owned"
    GRANTED = "granted"


class CircuitKind(StrEnum):
    LEAK = "leak"
    EXHALATION_VALVE = "exhalation_valve"


class Interface(StrEnum):
    MASK = "mask"
    TRACHEOSTOMY = "tracheostomy"


class UsePattern(StrEnum):
    CONTINUOUS = "continuous"
    TIME_BANDS = "time_bands"
    INTERMITTENT = "intermittent"


class PowerSupply(StrEnum):
    AC100 = "ac100"
    DC12 = "dc12"
    DC24 = "dc24"
    USB = "usb"
    DRY_CELL = "dry_cell"
    MANUAL = "manual"


class PowerUnit(StrEnum):
    W = "w"
    VA = "va"


class BatterySource(StrEnum):
    MANUAL = "manual"
    MEASURED = "measured"
    SUPPLIER = "supplier"


class BatteryKind(StrEnum):
    DEDICATED = "dedicated"
    DETACHABLE = "detachable"


class Fallback(StrEnum):
    """What replaces a device without electricity."""

    RESUSCITATION_BAG = "resuscitation_bag"
    HME = "hme"
    MANUAL_SUCTION = "manual_suction"
    OXYGEN_CYLINDER = "oxygen_cylinder"
    GRAVITY_FEED = "gravity_feed"
    MAY_PAUSE = "may_pause"
    NONE = "none"


class Waveform(StrEnum):
    SINE = "sine"
    MODIFIED_SINE = "modified_sine"
    SQUARE = "square"


class MainsFrequency(StrEnum):
    HZ50 = "hz50"
    HZ60 = "hz60"
    BOTH = "both"


class Availability(StrEnum):
    AT_HOME = "at_home"
    BORROWED = "borrowed"
    MUNICIPAL = "municipal"
    AT_DESTINATION = "at_destination"
    NONE = "none"
    CONSIDERING = "considering"


class CarType(StrEnum):
    HYBRID = "hybrid"
    PLUG_IN_HYBRID = "plug_in_hybrid"
    ELECTRIC = "electric"
    FUEL_CELL = "fuel_cell"
    COMBUSTION = "combustion"


class GeneratorFuel(StrEnum):
    PETROL = "petrol"
    GAS_CANISTER = "gas_canister"
    LP_GAS = "lp_gas"


class HomeEnergy(StrEnum):
    SOLAR = "solar"
    STORAGE_BATTERY = "storage_battery"
    V2H = "v2h"


class OxygenSupply(StrEnum):
    CONCENTRATOR = "concentrator"
    LIQUID = "liquid"
    CYLINDER = "cylinder"


class OxygenLoss(StrEnum):
    """Which share of a cylinder counts: 0.8 (default), 0.9 (10 % loss) or all (power.md F12)."""

    FACTOR_08 = "factor_08"
    FACTOR_09 = "factor_09"
    NO_LOSS = "no_loss"


class BagDocument(StrEnum):
    INSURANCE_CARD = "insurance_card"
    RECIPIENT_CERTIFICATE = "recipient_certificate"
    MEDICINE_NOTEBOOK = "medicine_notebook"
    SETTING_SHEET = "setting_sheet"
    THIS_PLAN = "this_plan"


class HouseKind(StrEnum):
    WOOD = "wood"
    STEEL = "steel"
    REINFORCED_CONCRETE = "reinforced_concrete"
    OTHER = "other"


class QuakeResistance(StrEnum):
    SUFFICIENT = "sufficient"
    INSUFFICIENT = "insufficient"
    NOT_EXAMINED = "not_examined"


class Hazard(StrEnum):
    EARTHQUAKE = "earthquake"
    TSUNAMI = "tsunami"
    RIVER_FLOOD = "river_flood"
    INLAND_FLOOD = "inland_flood"
    LANDSLIDE = "landslide"
    STORM_SURGE = "storm_surge"
    STORM = "storm"
    TORNADO = "tornado"
    HEAVY_SNOW = "heavy_snow"
    VOLCANO = "volcano"
    CLIFF_COLLAPSE = "cliff_collapse"
    LARGE_FIRE = "large_fire"
    POWER_OUTAGE = "power_outage"
    INFECTION = "infection"
    OTHER = "other"


class LandslideZone(StrEnum):
    YELLOW = "yellow"
    RED = "red"


class PlaceKind(StrEnum):
    HOME = "home"
    RELATIVES = "relatives"
    DESIGNATED_WELFARE_SHELTER = "designated_welfare_shelter"
    AGREED_WELFARE_SHELTER = "agreed_welfare_shelter"
    DESIGNATED_SHELTER = "designated_shelter"
    HOSPITAL = "hospital"
    IN_CAR = "in_car"
    OTHER = "other"


class TransportKind(StrEnum):
    OWN_CAR = "own_car"
    CARE_TAXI = "care_taxi"
    AMBULANCE = "ambulance"
    NEIGHBOUR_CAR = "neighbour_car"
    ON_FOOT = "on_foot"
    OTHER = "other"


class SupporterRelation(StrEnum):
    WELFARE_VOLUNTEER = "welfare_volunteer"
    DISASTER_GROUP = "disaster_group"
    NEIGHBOURHOOD = "neighbourhood"
    NEIGHBOUR = "neighbour"
    RELATIVE = "relative"
    CARE_PROVIDER = "care_provider"
    VISITING_NURSE = "visiting_nurse"
    OTHER = "other"


class SupporterRole(StrEnum):
    SAFETY_CHECK = "safety_check"
    CALLING = "calling"
    CARRYING = "carrying"
    DRIVING = "driving"
    GENERATOR = "generator"
    CHARGING = "charging"
    SIBLINGS = "siblings"
    SUCTION = "suction"
    SNOW_CLEARING = "snow_clearing"
    OTHER = "other"


class TeamRole(StrEnum):
    CONSULTATION = "consultation"
    VISITING_NURSE = "visiting_nurse"
    HOME_DOCTOR = "home_doctor"
    REHABILITATION = "rehabilitation"
    SCHOOL = "school"
    NURSERY = "nursery"
    DAY_SERVICE = "day_service"
    HEALTH_OFFICE = "health_office"
    HEALTH_CENTRE = "health_centre"
    MUNICIPALITY = "municipality"
    CARE_COORDINATOR = "care_coordinator"
    SUPPORT_CENTRE = "support_centre"
    OTHER = "other"


class CallMoment(StrEnum):
    OUTAGE = "outage"
    DEVICE_TROUBLE = "device_trouble"
    LEAVING = "leaving"
    ARRIVED = "arrived"
    OXYGEN = "oxygen"
    ALWAYS = "always"


class RegistrationStatus(StrEnum):
    DONE = "done"
    NOT_DONE = "not_done"
    APPLIED = "applied"


class CopyEdition(StrEnum):
    FAMILY = "family"
    MUNICIPALITY = "municipality"
    HOSPITAL = "hospital"
    SUPPORTERS = "supporters"


class CopyMedium(StrEnum):
    PAPER = "paper"
    DATA = "data"


class KeepPlace(StrEnum):
    FRIDGE = "fridge"
    CAR = "car"
    BAG = "bag"
    SCHOOL = "school"
    WORKPLACE = "workplace"
    BEDSIDE = "bedside"
    DOCTOR = "doctor"
    OTHER = "other"


class ReviewReason(StrEnum):
    DEVICE_CHANGE = "device_change"
    WEIGHT_OR_SETTING = "weight_or_setting"
    MOVED_HOUSE = "moved_house"
    NEW_SCHOOL_YEAR = "new_school_year"
    PEOPLE_CHANGED = "people_changed"
    DISCHARGE = "discharge"
    DESTINATION_CHANGE = "destination_change"
    AFTER_DRILL = "after_drill"
    AFTER_DISASTER = "after_disaster"
