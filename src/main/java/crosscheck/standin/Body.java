package crosscheck.standin;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A request's body as it arrives: kept up to a limit, and beyond it read on and dropped. */
final class Body {
    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private boolean tooLarge;

    Body(int limit) {
        this.limit = limit;
    }

    void append(ByteBuf content) {
        if (tooLarge || content.readableBytes() > limit - kept.size()) {
            tooLarge |= content.isReadable();
            kept.reset();
            return;
        }
        try {
            content.readBytes(kept, content.readableBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    boolean tooLarge() {
        return tooLarge;
    }

    boolean isEmpty() {
        return !tooLarge && kept.size() == 0;
    }

    /** Keeps only the first bytes. */
    void cut(int length) {
        byte[] all = bytes();
        kept.reset();
        kept.write(all, 0, length);
    }

    byte[] bytes() {
        return kept.toByteArray();
    }
}
