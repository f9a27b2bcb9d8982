"""The conditions that sources name, one record each: a code that stays, and a title."""

from __future__ import annotations

from ketadose.model.screening import Condition

HYPERSENSITIVITY = Condition("hypersensitivity", "hypersensitivity to ketamine, esketamine or an excipient")

PRESSURE_HAZARD = Condition("blood_pressure.hazard", "a rise of blood pressure would be a serious hazard")
HYPERTENSION = Condition("hypertension", "high blood pressure")
HYPERTENSION_UNCONTROLLED = Condition("hypertension.uncontrolled", "uncontrolled or untreated high blood pressure")
HYPERTENSIVE_ENCEPHALOPATHY = Condition("hypertensive_encephalopathy", "hypertensive encephalopathy")
PREECLAMPSIA = Condition("preeclampsia", "eclampsia or pre-eclampsia")

ANEURYSM = Condition("aneurysmal_vascular_disease", "aneurysmal vascular disease")
ARTERIOVENOUS_MALFORMATION = Condition("arteriovenous_malformation", "arteriovenous malformation")
INTRACEREBRAL_HAEMORRHAGE = Condition("intracerebral_haemorrhage", "intracerebral haemorrhage")
STROKE = Condition("stroke", "stroke")
CEREBRAL_TRAUMA = Condition("cerebral_trauma", "trauma of head or brain")
EYE_TRAUMA = Condition("eye_trauma", "trauma of the eye")
INTRACRANIAL_PRESSURE = Condition("intracranial_pressure.raised", "raised intracranial pressure")
INTRACRANIAL_HAZARD = Condition("intracranial_pressure.hazard", "a rise of intracranial pressure would be a serious risk")
INTRAOCULAR_PRESSURE = Condition("intraocular_pressure.raised", "raised intraocular pressure")

CARDIOVASCULAR_EVENT = Condition("cardiovascular_event", "cardiovascular event, including myocardial infarction")
CARDIOVASCULAR_UNCONTROLLED = Condition("cardiovascular.uncontrolled", "poorly controlled cardiovascular disease")
CARDIOVASCULAR_OTHER = Condition("cardiovascular.other", "other cardiovascular or cerebrovascular disease")
HEART_DISEASE = Condition("heart_disease", "heart disease")
HEART_DISEASE_SEVERE = Condition("heart_disease.severe", "severe coronary or myocardial disease")
HEART_ISCHAEMIC = Condition("heart_disease.ischaemic", "ischaemic heart disease")
ACUTE_CORONARY_SYNDROME = Condition("acute_coronary_syndrome", "suspected acute coronary syndrome")
HEART_FAILURE = Condition("heart_failure.decompensated", "acute decompensated heart failure")
DYSRHYTHMIA = Condition("dysrhythmia.unstable", "unstable dysrhythmia")
HYPOVOLAEMIA = Condition("hypovolaemia", "dehydration or low blood volume")

PSYCHOSIS = Condition("psychosis", "psychosis")
SCHIZOPHRENIA = Condition("schizophrenia", "schizophrenia")
PSYCHIATRIC_SEVERE = Condition("psychiatric.severe", "severe psychiatric disorder")
SUBSTANCE_USE = Condition("substance_use", "substance use disorder, abuse or dependence")
ALCOHOL_CHRONIC = Condition("alcohol.chronic", "chronic alcohol use")
ALCOHOL_INTOXICATION = Condition("alcohol.intoxication", "alcohol intoxication")

PREGNANCY = Condition("pregnancy", "pregnancy")
BREASTFEEDING = Condition("breastfeeding", "breastfeeding")

LIVER = Condition("liver.impaired", "liver impairment")
LIVER_MODERATE = Condition("liver.moderate", "moderate liver disease")
LIVER_SEVERE = Condition("liver.severe", "severe liver disease")
KIDNEY = Condition("kidney.impaired", "kidney impairment")
HYPERTHYROIDISM = Condition("hyperthyroidism.untreated", "hyperthyroidism, untreated or not treated enough")

PULMONARY = Condition("pulmonary_insufficiency", "significant pulmonary insufficiency")
SLEEP_APNOEA = Condition("sleep_apnoea", "sleep apnoea")
GENITOURINARY_PAIN = Condition("genitourinary_pain", "pain of bladder or urinary tract after chronic use of ketamine")
URINARY_SYMPTOMS = Condition("urinary_symptoms", "symptoms of urinary tract or bladder")

CHILD = Condition("age.under_18", "age under 18 years")
INFANT = Condition("age.under_3_months", "age under 3 months")

ALL = (
    HYPERSENSITIVITY,
    PRESSURE_HAZARD,
    HYPERTENSION,
    HYPERTENSION_UNCONTROLLED,
    HYPERTENSIVE_ENCEPHALOPATHY,
    PREECLAMPSIA,
    ANEURYSM,
    ARTERIOVENOUS_MALFORMATION,
    INTRACEREBRAL_HAEMORRHAGE,
    STROKE,
    CEREBRAL_TRAUMA,
    EYE_TRAUMA,
    INTRACRANIAL_PRESSURE,
    INTRACRANIAL_HAZARD,
    INTRAOCULAR_PRESSURE,
    CARDIOVASCULAR_EVENT,
    CARDIOVASCULAR_UNCONTROLLED,
    CARDIOVASCULAR_OTHER,
    HEART_DISEASE,
    HEART_DISEASE_SEVERE,
    HEART_ISCHAEMIC,
    ACUTE_CORONARY_SYNDROME,
    HEART_FAILURE,
    DYSRHYTHMIA,
    HYPOVOLAEMIA,
    PSYCHOSIS,
    SCHIZOPHRENIA,
    PSYCHIATRIC_SEVERE,
    SUBSTANCE_USE,
    ALCOHOL_CHRONIC,
    ALCOHOL_INTOXICATION,
    PREGNANCY,
    BREASTFEEDING,
    LIVER,
    LIVER_MODERATE,
    LIVER_SEVERE,
    KIDNEY,
    HYPERTHYROIDISM,
    PULMONARY,
    SLEEP_APNOEA,
    GENITOURINARY_PAIN,
    URINARY_SYMPTOMS,
    CHILD,
    INFANT,
)
