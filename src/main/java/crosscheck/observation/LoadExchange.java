package crosscheck.observation;

/**
 * A request of the load that is in the sample, with its answer.
 *
 * @param phase {@link Phase#index()}
 * @param item the queue id that it is about
 * @param exchange of no check
 */
public record LoadExchange(int phase, long item, ExchangeRecord exchange) {}
