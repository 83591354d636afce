/** Rights of what holds figures, password hashes or keys: its owner's alone. */
export const OWNER_ONLY_FOLDER = 0o700;
export const OWNER_ONLY_FILE = 0o600;
/** The umask of a process that makes nothing for others, whatever a library asks for. */
export const OWNER_ONLY_UMASK = 0o077;
