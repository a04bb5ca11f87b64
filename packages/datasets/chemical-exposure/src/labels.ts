/**
 * Every label of the corpus as its files write it: a branch of the taxonomy and the levels below it, joined by
 * `--`. Seven of them start with a small letter (`biomonitoring--…`), of which three also occur with a capital
 * one. Sorted.
 */
export const fullLabels: readonly string[] = [
  "Biomonitoring",
  "Biomonitoring--effect marker",
  "Biomonitoring--effect marker--biomarker",
  "Biomonitoring--effect marker--biomarker--gene",
  "Biomonitoring--effect marker--biomarker--molecule",
  "Biomonitoring--effect marker--biomarker--molecule--lipid",
  "Biomonitoring--effect marker--biomarker--molecule--protein",
  "Biomonitoring--effect marker--biomarker--other",
  "Biomonitoring--effect marker--biomarker--oxidative stress",
  "Biomonitoring--effect marker--physiological parameter",
  "Biomonitoring--exposure biomarker",
  "Biomonitoring--exposure biomarker--adipose tissue",
  "Biomonitoring--exposure biomarker--blood",
  "Biomonitoring--exposure biomarker--blood--children",
  "Biomonitoring--exposure biomarker--blood--cord blood",
  "Biomonitoring--exposure biomarker--blood--workers",
  "Biomonitoring--exposure biomarker--hair nail",
  "Biomonitoring--exposure biomarker--hair nail--children",
  "Biomonitoring--exposure biomarker--hair nail--workers",
  "Biomonitoring--exposure biomarker--mothers milk",
  "Biomonitoring--exposure biomarker--other",
  "Biomonitoring--exposure biomarker--placenta",
  "Biomonitoring--exposure biomarker--urine",
  "Biomonitoring--exposure biomarker--urine--children",
  "Biomonitoring--exposure biomarker--urine--workers",
  "biomonitoring--effect marker--biomarker--molecule--other molecule",
  "biomonitoring--exposure biomarker--adipose tissue",
  "biomonitoring--exposure biomarker--blood",
  "biomonitoring--exposure biomarker--blood--pregnant women",
  "biomonitoring--exposure biomarker--hair nail--pregnant women",
  "biomonitoring--exposure biomarker--other",
  "biomonitoring--exposure biomarker--urine--pregnant women",
  "exposure routes",
  "exposure routes--combined",
  "exposure routes--dermal uptake",
  "exposure routes--dermal uptake--children",
  "exposure routes--dermal uptake--pregnant women",
  "exposure routes--dermal uptake--workers",
  "exposure routes--inhalation",
  "exposure routes--inhalation--modeled exposure",
  "exposure routes--inhalation--modeled exposure--children",
  "exposure routes--inhalation--modeled exposure--pregnant women",
  "exposure routes--inhalation--modeled exposure--workers",
  "exposure routes--inhalation--other",
  "exposure routes--inhalation--other--children",
  "exposure routes--inhalation--other--pregnant women",
  "exposure routes--inhalation--other--workers",
  "exposure routes--inhalation--personal measurement",
  "exposure routes--inhalation--personal measurement--children",
  "exposure routes--inhalation--personal measurement--pregnant women",
  "exposure routes--inhalation--personal measurement--workers",
  "exposure routes--oral intake",
  "exposure routes--oral intake--drinking water",
  "exposure routes--oral intake--drinking water--children",
  "exposure routes--oral intake--drinking water--pregnant women",
  "exposure routes--oral intake--dust",
  "exposure routes--oral intake--dust--children",
  "exposure routes--oral intake--dust--pregnant women",
  "exposure routes--oral intake--dust--workers",
  "exposure routes--oral intake--food",
  "exposure routes--oral intake--food--children",
  "exposure routes--oral intake--food--pregnant women",
  "exposure routes--oral intake--products",
  "exposure routes--oral intake--products--children",
  "exposure routes--oral intake--products--pregnant women",
  "exposure routes--oral intake--soil",
  "exposure routes--oral intake--soil--children",
  "exposure routes--oral intake--soil--pregnant women",
  "exposure routes--oral intake--soil--workers",
  "site comparisons",
  "site comparisons--polluted area",
  "site comparisons--workplace",
];

/**
 * The 32 classes of ML-Net: labels that start with `Biomonitoring` or `exposure routes` (in this case) and do not
 * end in the group of people `children`, `workers` or `pregnant women`. Sorted.
 *
 * @see Du et al. (2019), ML-Net, JAMIA 26(11):1279–1285, https://doi.org/10.1093/jamia/ocz085
 */
export const mlNetLabels: readonly string[] = fullLabels.filter(
  (label) =>
    /^(Biomonitoring|exposure routes)/.test(label) &&
    !/(children|workers|pregnant women)$/.test(label),
);
