package plumbline.contract.document;

/**
 * Which documents a contract may refer to.
 *
 * @param allowRemote whether references may lead to documents on other hosts
 * @param allowOutside whether references may lead out of the folder of the contract
 */
public record ReferencePolicy(boolean allowRemote, boolean allowOutside) {
    /** {@return the policy that stays within the folder of the contract} */
    public static ReferencePolicy strict() {
        return new ReferencePolicy(false, false);
    }
}
