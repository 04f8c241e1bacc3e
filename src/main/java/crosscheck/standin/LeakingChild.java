package crosscheck.standin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A child process that keeps some bytes more for each that it is sent, and ends when nothing more can come. */
final class LeakingChild {
    private LeakingChild() {}

    public static void main(String[] arguments) throws IOException {
        int bytes = Integer.parseInt(arguments[0]);
        List<ByteBuffer> kept = new ArrayList<>();
        while (System.in.read() >= 0) {
            kept.add(ByteBuffer.allocateDirect(bytes));
        }
    }
}
