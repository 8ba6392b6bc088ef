package plumbline.contract.sampling.variation;

import java.util.List;

/**
 * What is wanted of all that can be wrong with a value. It is asked before anything is tried, since most of the time goes into
 * judging what was tried.
 */
public interface WantedChanges {
    /** All of it. */
    WantedChanges ALL = new WantedChanges() {
        @Override
        public boolean isWanted(Judged.Change change) {
            return true;
        }

        @Override
        public boolean isEnough(Mutation wrongType, List<Judged.Change> others) {
            return false;
        }
    };

    /** {@return whether a change is wanted} */
    boolean isWanted(Judged.Change change);

    /**
     * {@return whether one wrong type stands for all others at its place, which are not tried then}
     *
     * @param wrongType a value with the last of several wrong types
     * @param others what would give it the others; at least one
     */
    boolean isEnough(Mutation wrongType, List<Judged.Change> others);
}
