/** The edition under which the practice counties write their plans. */
export const practiceEdition = "ca-ccfsr-2004";
