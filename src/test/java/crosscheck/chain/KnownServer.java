package crosscheck.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Workers' requests answered as the contract promises, out of nothing, and exactly as late as {@link Behaviour} says. What
 * each really took is told at {@code /truth}, microseconds a line, and how many were answered at {@code /answered}; those
 * below {@code /warm-up} are answered at once and told of nowhere else. A program of its own, so that it shares no collector and no compiler with the generator: {@code
 * KnownServer <behaviour>} prints its port.
 */
public final class KnownServer {
    private static final String JSON = "application/json";
    private static final int LARGEST_BODY = 1 << 20;
    private static final Pattern RUN = Pattern.compile("/api/runs/([^/]+)/result");
    private static final Pattern ITEM = Pattern.compile("/api/queue/(\\d+)/status");
    private static final Pattern ARTIFACT = Pattern.compile("/api/runs/[^/]+/artifacts/([^/]+)");
    private static final Pattern RESULT_CODE = Pattern.compile("\"result_code\" *: *\"([^\"]*)\"");

    /** How late a request is answered, by its number from 0 and its microseconds since the first. */
    public enum Behaviour {
        AT_ONCE {
            @Override
            long delayMicros(long number, long atMicros) {
                return 0;
            }
        },
        CONSTANT {
            @Override
            long delayMicros(long number, long atMicros) {
                return 200_000;
            }
        },
        BIMODAL {
            @Override
            long delayMicros(long number, long atMicros) {
                return number % 10 == 9 ? 600_000 : 100_000;
            }
        },
        /** Nothing is answered from the second second on until one and a half are over. */
        FREEZING {
            @Override
            long delayMicros(long number, long atMicros) {
                return atMicros >= 2_000_000 && atMicros < 3_500_000 ? 3_500_000 - atMicros : 50_000;
            }
        };

        abstract long delayMicros(long number, long atMicros);
    }

    private final Behaviour behaviour;
    private final StringBuilder truth = new StringBuilder();
    private long answered;
    private long requests;
    private long items;
    private long firstNanos;

    private KnownServer(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    public static void main(String[] args) throws InterruptedException {
        KnownServer server = new KnownServer(Behaviour.valueOf(args[0]));
        Channel listening = new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(LARGEST_BODY))
                                .addLast(server.new Connection());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
        System.out.println(((InetSocketAddress) listening.localAddress()).getPort());
        listening.closeFuture().sync();
    }

    /** All on one event loop. */
    private final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            long arrived = System.nanoTime();
            if (request.uri().equals("/truth")) {
                context.writeAndFlush(response(HttpResponseStatus.OK, "text/plain", truth.toString()));
                return;
            }
            if (request.uri().equals("/answered")) {
                context.writeAndFlush(response(HttpResponseStatus.OK, "text/plain", Long.toString(answered)));
                return;
            }
            answered++;
            FullHttpResponse response = answer(request);
            if (behaviour == Behaviour.AT_ONCE || request.uri().startsWith("/warm-up")) {
                context.writeAndFlush(response);
                return;
            }
            firstNanos = requests == 0 ? arrived : firstNanos;
            long delay = behaviour.delayMicros(requests++, (arrived - firstNanos) / 1_000);
            context.executor()
                    .schedule(
                            () -> {
                                truth.append((System.nanoTime() - arrived) / 1_000)
                                        .append('\n');
                                context.writeAndFlush(response);
                            },
                            delay,
                            TimeUnit.MICROSECONDS);
        }

        /** A client that is killed resets its connections. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }

        private FullHttpResponse answer(FullHttpRequest request) {
            Matcher result = RUN.matcher(request.uri());
            if (result.find()) {
                return created(result(result.group(1), request.content().toString(UTF_8)));
            }
            Matcher artifact = ARTIFACT.matcher(request.uri());
            if (artifact.find()) {
                return created(artifact(artifact.group(1), ByteBufUtil.getBytes(request.content())));
            }
            Matcher item = ITEM.matcher(request.uri());
            String answer = item.find() ? item(item.group(1)) : assignment();
            return response(HttpResponseStatus.OK, JSON, answer);
        }

        private FullHttpResponse created(String body) {
            return response(HttpResponseStatus.CREATED, JSON, body);
        }

        private String assignment() {
            items++;
            return "{\"id\": " + items + ", \"run_id\": \"" + new UUID(items, items)
                    + "\", \"codebase\": \"a\", \"campaign\": \"b\", \"command\": \"c\", "
                    + "\"estimated_duration\": 30, \"bucket\": \"default\", \"context\": null}";
        }

        private String item(String id) {
            return "{\"id\": " + id + ", \"run_id\": \"" + new UUID(1, 1)
                    + "\", \"codebase\": \"a\", \"campaign\": \"b\", \"command\": \"c\", "
                    + "\"estimated_duration\": 30, \"bucket\": \"default\", \"priority\": 0, "
                    + "\"status\": \"in_progress\", \"requester\": null, \"context\": null}";
        }

        private String artifact(String name, byte[] content) {
            return "{\"name\": \"" + name + "\", \"size\": " + content.length + ", \"sha256\": \"" + sha256(content)
                    + "\"}";
        }

        private String sha256(byte[] content) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        private String result(String run, String body) {
            Matcher code = RESULT_CODE.matcher(body);
            return "{\"run_id\": \"" + run + "\", \"codebase\": \"a\", \"campaign\": \"b\", \"result_code\": \""
                    + (code.find() ? code.group(1) : "") + "\", \"duration\": 30, \"queue_item_id\": null}";
        }

        private FullHttpResponse response(HttpResponseStatus status, String type, String body) {
            FullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body.getBytes(US_ASCII)));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, type)
                    .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
            return response;
        }
    }
}
