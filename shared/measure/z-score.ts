/** How many standard errors a two-sided 95 % interval reaches to each side. */
export const z95 = 1.959963984540054

/** The same for 99.8 %: the outer limits of a funnel plot. */
export const z998 = 3.090232306167814
