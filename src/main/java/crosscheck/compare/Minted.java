package crosscheck.compare;

/** What the two sides have handed out in one chain of exchanges since the snapshot, and how the one's maps to the other's. */
public record Minted(MintedIds ids, MintedTimes times) {
    public Minted() {
        this(new MintedIds(), new MintedTimes());
    }
}
