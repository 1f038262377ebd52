/** The five teams and who leads them. Every name is made up. */
export const teamNames = ['Harbour', 'Orchard', 'Mill', 'Lighthouse', 'Workshop'] as const
export type TeamName = (typeof teamNames)[number]

export const supervisors: Readonly<Record<TeamName, string>> = {
  Harbour: 'Oddný Castellane',
  Orchard: 'Tendai Verhoeven-Sato',
  Mill: 'Rukhsana Lindqvale',
  Lighthouse: 'Bastián Okonjo-Reyes',
  Workshop: 'Marzena Talwick',
}

/**
 * Reps by team, twelve each. The place in the list decides the character (people.ts), so a name
 * keeps its character whatever the seed.
 */
export const repNames: Readonly<Record<TeamName, readonly string[]>> = {
  Harbour: [
    'Amara Nwosu-Hale',
    'Tomasz Brzegowy',
    'Quentin Ashvale',
    'Linh Tranova',
    'Idris Kalloway',
    'Saoirse Penhallick',
    'Yuto Kaminari',
    'Paloma Estrevez',
    'Gwendal Morvanec',
    'Farida Yusupzai',
    'Mattias Ekhamra',
    'Zodwa Mthimkhule',
  ],
  Orchard: [
    'Ngaire Tepapa',
    'Dragan Milosavić',
    'Cillian Thornquist',
    'Meera Vaidyalingam',
    'Baptiste Corvelle',
    'Hana Shirogane',
    'Ousmane Diabaté-Roux',
    'Ingeborg Falksund',
    'Rafael Montesclaro',
    'Leilani Kahoʻokele',
    'Piotr Zawilski',
    'Nomvula Dlakavu',
  ],
  Mill: [
    'Esperanza Quillfeather',
    'Joost van der Wielink',
    'Marlon Bexley-Pryce',
    'Ayşe Korkutlu',
    'Kwabena Asantewe',
    'Sunniva Hjelmark',
    'Arjun Bhattarwal',
    'Chiara Belfontana',
    'Teodor Vasilanu',
    'Mei-Ling Hsueh-Park',
    'Rhodri Pencarreg',
    'Salma El Barkani',
  ],
  Lighthouse: [
    'Wanjiru Kamotho',
    'Anders Lykkebo',
    'Declan Rushmere',
    'Thi Mai Nguyenda',
    'Katarzyna Mroziak',
    'Samuel Adeyinka-Holt',
    'Noor Hassanpour',
    'Luca Terranostra',
    'Bohdan Kravchuliak',
    'Siobhan Kilgarriff',
    'Hiroshi Nakatsuru',
    'Xochitl Armendola',
  ],
  Workshop: [
    'Parveen Akhtarzad',
    'Emeka Obiakor-Lund',
    'Vince Harrowgate',
    'Jasmin Oberhalden',
    'Kofi Mensahene',
    'Annelies Dekkerhof',
    'Rashid Al-Mansuri-Bay',
    'Beatriz Cavalheira',
    'Soo-Jin Baekford',
    'Iain Drumfearn',
    'Lucía Valdehermosa',
    'Tevita Fonualoha',
  ],
}
