package crosscheck.standin;

import crosscheck.RunError;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** HTTP/1.1 on one event loop; operations run where the architecture says. */
final class HttpServer {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int LARGEST_CHUNK = 1 << 16;
    private static final int BACKLOG = 1024;
    private static final long DRAIN_SECONDS = 10;

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = loops.next();
    private final ChannelGroup connections = new DefaultChannelGroup(loop, true);
    private Channel listening;

    EventLoop loop() {
        return loop;
    }

    /**
     * @return the port it listens on
     * @throws RunError when the port cannot be had
     */
    int listen(int port, boolean sharedPort, Supplier<HttpConnection> connection) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.ALLOCATOR, UnpooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connections.add(channel);
                        channel.pipeline()
                                .addLast(new HttpServerCodec(LONGEST_LINE, LONGEST_LINE, LARGEST_CHUNK))
                                .addLast(new FlowControlHandler())
                                .addLast(connection.get());
                    }
                });
        if (sharedPort) {
            bootstrap.option(NioChannelOption.of(StandardSocketOptions.SO_REUSEPORT), true);
        }
        ChannelFuture bound = bootstrap
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw RunError.configuration("PORT = " + port + ": " + bound.cause().getMessage());
        }
        listening = bound.channel();
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Stops taking requests and waits for those under way. */
    void drain(ExecutorService business) throws InterruptedException {
        if (listening != null) {
            listening.close().sync();
        }
        connections.forEach(channel -> channel.eventLoop().execute(() -> {
            HttpConnection connection = channel.pipeline().get(HttpConnection.class);
            if (connection != null) {
                connection.finish(channel.pipeline().context(connection));
            }
        }));
        connections.newCloseFuture().await(DRAIN_SECONDS, TimeUnit.SECONDS);
        business.shutdown();
        business.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, DRAIN_SECONDS, TimeUnit.SECONDS).await();
    }
}
