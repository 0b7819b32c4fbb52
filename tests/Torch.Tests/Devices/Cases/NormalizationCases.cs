using Research.Torch.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>Normalization by channel.</summary>
internal static unsafe class NormalizationCases
{
    private static readonly (int Batch, int Channels, int Pixels)[] Shapes =
    [
        (1, 1, 1),
        (3, 5, 7),
        (2, 3, 512),
        (4, 2, 1201),
        (9, 6, 1),
    ];

    public static IEnumerable<DeviceCase> All { get; } =
    [
        new(
            "ChannelStatistics",
            Statistics,
            new SourceChange(
                "lines.cl",
                "LINE_BLOCKS(FMA(b[i] - offset[line % channels], b[i] - offset[line % channels], sum))",
                "LINE_BLOCKS(FMA(b[i], b[i], sum))"
            ),
            new SourceChange("lines.cl", "for (long n = 0; n < lines; n++)\n", "for (long n = lines - 1; n >= 0; n--)\n")
        ),
        new(
            "ChannelSums",
            Sums,
            new SourceChange(
                "lines.cl",
                "LINE_BLOCKS(FMA(a[i], b[i] - offset[line % channels], sum))",
                "LINE_BLOCKS(sum + a[i] * (b[i] - offset[line % channels]))"
            )
        ),
        new(
            "ChannelAffine",
            Affine,
            new SourceChange(
                "normalization.cl",
                "FMA(input[i] - mean[c], scale[c], shift ? shift[c] : 0.0f)",
                "(input[i] - mean[c]) * scale[c] + (shift ? shift[c] : 0.0f)"
            )
        ),
        new(
            "ChannelScale",
            Scale,
            new SourceChange("normalization.cl", "1.0f / ROOT(variance[c] + eps)", "ROOT(1.0f / (variance[c] + eps))")
        ),
        new(
            "ChannelSlopes",
            Slopes,
            new SourceChange(
                "normalization.cl",
                "-(first * own * own * product[k]) / count",
                "-(first * (own * own) * product[k]) / count"
            )
        ),
        new(
            "ChannelRunning",
            Running,
            new SourceChange(
                "normalization.cl",
                "FMA(running[c], keep, 0.0f) + FMA(value[c], share, 0.0f)",
                "FMA(running[c], keep, value[c] * share)"
            )
        ),
        new(
            "ChannelBackward",
            Backward,
            new SourceChange(
                "normalization.cl",
                "FMA(gradient[i], a[k], FMA(input[i] - mean[k], b[k], c[k]))",
                "FMA(input[i] - mean[k], b[k], FMA(gradient[i], a[k], c[k]))"
            )
        ),
    ];

    private static void Each(Twin twin, Action<int, int, int, Func<long, Twin.Memory>> body)
    {
        foreach ((int batch, int channels, int pixels) in Shapes)
        {
            foreach (Func<long, Twin.Memory> draw in new Func<long, Twin.Memory>[] { twin.Normal, twin.Wild })
            {
                body(batch, channels, pixels, draw);
                twin.Clear();
            }
        }
    }

    private static void Statistics(Twin twin) =>
        Each(
            twin,
            (batch, channels, pixels, draw) =>
            {
                Twin.Memory input = draw((long)batch * channels * pixels);
                (Twin.Memory mean, Twin.Memory variance) = (twin.New(4L * channels, true), twin.New(4L * channels, true));
                twin.Run(
                    $"[{batch}, {channels}, {pixels}]",
                    (k, at) =>
                        k.ChannelStatistics((float*)at(input), (float*)at(mean), (float*)at(variance), batch, channels, pixels)
                );
            }
        );

    private static void Sums(Twin twin) =>
        Each(
            twin,
            (batch, channels, pixels, draw) =>
            {
                long count = (long)batch * channels * pixels;
                (Twin.Memory gradient, Twin.Memory input, Twin.Memory mean) = (draw(count), draw(count), twin.Normal(channels));
                (Twin.Memory sum, Twin.Memory product) = (twin.New(4L * channels, true), twin.New(4L * channels, true));
                twin.Run(
                    $"[{batch}, {channels}, {pixels}]",
                    (k, at) =>
                        k.ChannelSums(
                            (float*)at(gradient),
                            (float*)at(input),
                            (float*)at(mean),
                            (float*)at(sum),
                            (float*)at(product),
                            batch,
                            channels,
                            pixels
                        )
                );
            }
        );

    private static void Affine(Twin twin) =>
        Each(
            twin,
            (batch, channels, pixels, draw) =>
            {
                long count = (long)batch * channels * pixels;
                (Twin.Memory input, Twin.Memory mean, Twin.Memory scale) = (draw(count), draw(channels), draw(channels));
                Twin.Memory? shift = twin.Rng.NextInt(2) == 0 ? draw(channels) : null;
                Twin.Memory output = twin.New(4 * count, true);
                twin.Run(
                    $"[{batch}, {channels}, {pixels}]",
                    (k, at) =>
                        k.ChannelAffine(
                            (float*)at(input),
                            (float*)at(mean),
                            (float*)at(scale),
                            (float*)at(shift),
                            (float*)at(output),
                            batch,
                            channels,
                            pixels
                        )
                );
            }
        );

    private static void Scale(Twin twin)
    {
        const int channels = 2003;
        Twin.Memory variance = twin.Floats(channels, i => i == 0 ? float.NaN : Math.Abs((float)twin.Rng.NextNormal()));
        foreach (Twin.Memory? weight in new[] { twin.Wild(channels), null })
        {
            (Twin.Memory deviation, Twin.Memory scale) = (twin.New(4 * channels, true), twin.New(4 * channels, true));
            twin.Run(
                "scale",
                (k, at) =>
                    k.ChannelScale(
                        (float*)at(variance),
                        (float*)at(weight),
                        1e-5f,
                        (float*)at(deviation),
                        (float*)at(scale),
                        channels
                    )
            );
        }
    }

    private static void Slopes(Twin twin)
    {
        const int channels = 2003;
        Twin.Memory[] given = [twin.Normal(channels), twin.Tame(channels), twin.Tame(channels)];
        foreach (Twin.Memory? weight in new[] { twin.Wild(channels), null })
        {
            Twin.Memory[] made = [.. Enumerable.Range(0, 4).Select(_ => twin.New(4 * channels, true))];
            twin.Run(
                "slopes",
                (k, at) =>
                    k.ChannelSlopes(
                        (float*)at(given[0]),
                        (float*)at(weight),
                        (float*)at(given[1]),
                        (float*)at(given[2]),
                        37,
                        (float*)at(made[0]),
                        (float*)at(made[1]),
                        (float*)at(made[2]),
                        (float*)at(made[3]),
                        channels
                    )
            );
        }
    }

    private static void Running(Twin twin)
    {
        (Twin.Memory running, Twin.Memory value) = (twin.Wild(2003), twin.Wild(2003));
        twin.Run("running", (k, at) => k.ChannelRunning((float*)at(running), (float*)at(value), 0.9f, 0.1f, 2003));
    }

    private static void Backward(Twin twin) =>
        Each(
            twin,
            (batch, channels, pixels, draw) =>
            {
                long count = (long)batch * channels * pixels;
                Twin.Memory[] of = [draw(count), draw(count), draw(channels), draw(channels), draw(channels), draw(channels)];
                Twin.Memory target = twin.New(4 * count, true);
                twin.Run(
                    $"[{batch}, {channels}, {pixels}]",
                    (k, at) =>
                        k.ChannelBackward(
                            (float*)at(of[0]),
                            (float*)at(of[1]),
                            (float*)at(of[2]),
                            (float*)at(of[3]),
                            (float*)at(of[4]),
                            (float*)at(of[5]),
                            (float*)at(target),
                            batch,
                            channels,
                            pixels
                        )
                );
            }
        );
}
