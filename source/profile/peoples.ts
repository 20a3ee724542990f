/** What a country is called besides its name: the words for its people, and its capital, regions and parties at war. */
export type Called = {readonly peoples: readonly string[]; readonly others: readonly string[]};

/**
 * By the country's two-letter code; names of countries themselves come from the machine (see regions.ts).
 *
 * As English writes them, with a capital; a people's word is found with an “s”, too: “Syrian”, “Syrians”.
 */
export const called: Readonly<Record<string, Called>> = Object.fromEntries(
	`AE|Emirati|UAE,Abu Dhabi
AF|Afghan|Kabul,Taliban
AL|Albanian
AM|Armenian|Yerevan
AO|Angolan
AR|Argentine,Argentinian
AT|Austrian
AU|Australian|Canberra
AZ|Azerbaijani,Azeri|Baku
BA|Bosnian|Bosnia,Sarajevo
BD|Bangladeshi|Dhaka
BE|Belgian
BF|Burkinabe|Ouagadougou
BG|Bulgarian
BH|Bahraini
BI|Burundian
BJ|Beninese
BO|Bolivian
BR|Brazilian
BW|Botswanan
BY|Belarusian,Belarussian|Minsk
CA|Canadian|Ottawa
CD|Congolese|DR Congo,DRC,Democratic Republic of Congo,Democratic Republic of the Congo,Congo,Kinshasa,M23
CF|Central African|Bangui
CG||Brazzaville
CH|Swiss
CI|Ivorian|Ivory Coast,Cote d’Ivoire
CL|Chilean
CM|Cameroonian
CN|Chinese|Beijing
CO|Colombian|Bogota,FARC,ELN
CR|Costa Rican
CU|Cuban|Havana
CY|Cypriot
CZ|Czech|Czech Republic
DE|German|Berlin
DJ|Djiboutian
DK|Danish
DO|Dominican
DZ|Algerian|Algiers
EC|Ecuadorian,Ecuadorean
EE|Estonian
EG|Egyptian|Cairo
ER|Eritrean|Asmara
ES|Spanish
ET|Ethiopian,Tigrayan|Addis Ababa,Tigray,TPLF,Amhara,Oromo
FI|Finnish
FR|French
GB|British|Britain,UK,London
GE|Georgian,Abkhaz,Ossetian|Tbilisi,Abkhazia,South Ossetia
GH|Ghanaian
GM|Gambian
GN|Guinean
GR|Greek
GT|Guatemalan
HN|Honduran
HR|Croatian,Croat
HT|Haitian
HU|Hungarian
ID|Indonesian|Jakarta
IE|Irish
IL|Israeli|IDF,Tel Aviv
IN|Indian|New Delhi,Delhi
IQ|Iraqi|Baghdad,Kurdistan
IR|Iranian|Tehran
IS|Icelandic
IT|Italian
JM|Jamaican
JO|Jordanian
JP|Japanese|Tokyo
KE|Kenyan|Nairobi
KG|Kyrgyz|Bishkek
KH|Cambodian|Phnom Penh
KP|North Korean|Pyongyang
KR|South Korean|Seoul
KW|Kuwaiti
KZ|Kazakh,Kazakhstani|Astana
LA|Lao,Laotian
LB|Lebanese|Beirut,Hezbollah
LK|Sri Lankan|Colombo,Tamil Tigers
LR|Liberian
LT|Lithuanian
LV|Latvian
LY|Libyan|Tripoli,Benghazi
MA|Moroccan|Rabat
MD|Moldovan|Transnistria
ME|Montenegrin
MG|Malagasy
MK|Macedonian
ML|Malian|Bamako
MM|Burmese,Rohingya|Myanmar,Burma,Naypyidaw,Naypyitaw,Arakan Army
MN|Mongolian
MR|Mauritanian
MW|Malawian
MX|Mexican
MY|Malaysian
MZ|Mozambican
NA|Namibian
NE|Nigerien|Niamey
NG|Nigerian|Abuja,Boko Haram
NI|Nicaraguan
NL|Dutch
NO|Norwegian
NP|Nepalese,Nepali
NZ|New Zealander
OM|Omani
PE|Peruvian
PH|Philippine,Filipino|Manila
PK|Pakistani|Islamabad
PL|Polish
PS|Palestinian|Palestine,Gaza,Gaza Strip,West Bank,Hamas,Islamic Jihad,Fatah
PT|Portuguese
PY|Paraguayan
QA|Qatari|Doha
RO|Romanian
RS|Serbian,Serb|Belgrade
RU|Russian,Chechen|Moscow,Kremlin,Chechnya
RW|Rwandan|Kigali
SA|Saudi|Riyadh
SD|Sudanese|Khartoum,Darfur,Rapid Support Forces,RSF
SE|Swedish
SG|Singaporean
SI|Slovenian
SK|Slovak
SN|Senegalese
SO|Somali|Mogadishu,Al-Shabaab,Somaliland
SS|South Sudanese|Juba
SV|Salvadoran
SY|Syrian|Damascus,Aleppo,Idlib
TD|Chadian
TH|Thai|Bangkok
TJ|Tajik|Dushanbe
TM|Turkmen
TN|Tunisian
TR|Turkish|Turkey,Ankara,PKK
TW|Taiwanese|Taipei
TZ|Tanzanian
UA|Ukrainian,Crimean|Kyiv,Kiev,Donetsk,Donbas,Donbass,Luhansk,Crimea
UG|Ugandan|Kampala
US|American|US,U.S.,United States,United States of America,Washington
UY|Uruguayan
UZ|Uzbek|Tashkent
VE|Venezuelan|Caracas
VN|Vietnamese
XK|Kosovan,Kosovar|Pristina
YE|Yemeni,Houthi|Sanaa,Sana’a
ZA|South African
ZM|Zambian
ZW|Zimbabwean`
		.split('\n')
		.map(line => line.split('|').map(part => part.split(',').filter(name => name !== '')))
		.map(([code, peoples, others]) => [code![0]!, {peoples: peoples!, others: others ?? []}]),
);
