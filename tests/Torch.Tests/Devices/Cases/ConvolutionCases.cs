using Research.Torch.Functions;
using Research.Torch.Kernels;
using Research.Torch.Tests.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>Convolutions of random shapes, strides, paddings, dilations and groups, depth-wise and not.</summary>
internal static unsafe class ConvolutionCases
{
    public static IEnumerable<DeviceCase> All { get; } =
    [
        new(
            "ConvForward",
            twin => Each(twin, depthwise: false, Forward),
            new("convolution.cl", "int tap = (kb) % taps; \\", "int tap = taps - 1 - (kb) % taps; \\"),
            new(
                "convolution.cl",
                "#define START(r, q) (bias && (r) < m ? bias[group * outs + (r)] : 0.0f)",
                "#define START(r, q) 0.0f"
            )
        ),
        new(
            "ConvInput",
            twin => Each(twin, depthwise: false, Input),
            new("convolution.cl", "* taps + taps - 1 - tap];", "* taps + tap];"),
            new(
                "convolution.cl",
                "#define SEGMENTS taps\n#define SEGMENT_SETUP \\\n    int down_ = segment / kernelWidth * dilationY, right_ = segment % kernelWidth * dilationX; \\",
                "#define SEGMENTS taps\n#define SEGMENT_SETUP \\\n    int other = taps - 1 - segment, down_ = other / kernelWidth * dilationY, right_ = other % kernelWidth * dilationX; \\"
            ),
            new(
                "convolution.cl",
                "total[i][j] = saw ? total[i][j] + v[i][j] : total[i][j];",
                "total[i][j] = total[i][j] + v[i][j] * 1.0000001f;"
            )
        ),
        new(
            "ConvWeight",
            twin => Each(twin, depthwise: false, Weight),
            new(
                "convolution.cl",
                "for (int i = 0; i < images; i++) total = total + sums[i * values + at];",
                "for (int i = images - 1; i >= 0; i--) total = total + sums[i * values + at];"
            ),
            new("product_tile.cl", "((depth + DEEP) & 255) == 0", "((depth + DEEP) & 127) == 0")
        ),
        new(
            "ConvForward, depth-wise",
            twin => Each(twin, depthwise: true, Forward),
            new SourceChange(
                "depthwise.cl",
                "sum = FMA(weight[o * taps + tap], pixel_at(plane, y, x, height, width), sum);",
                "sum = weight[o * taps + tap] * pixel_at(plane, y, x, height, width) + sum;"
            )
        ),
        new(
            "ConvInput, depth-wise",
            twin => Each(twin, depthwise: true, Input),
            new(
                "depthwise.cl",
                "for (int o = c * outs; o < (c + 1) * outs; o++)",
                "for (int o = (c + 1) * outs - 1; o >= c * outs; o--)"
            ),
            new("depthwise.cl", "if (saw || zeros) sum", "if (saw) sum")
        ),
        new(
            "ConvWeight, depth-wise",
            twin => Each(twin, depthwise: true, Weight),
            new SourceChange("lines.cl", "#define LINE_BLOCK 512", "#define LINE_BLOCK 64")
        ),
    ];

    private static void Each(Twin twin, bool depthwise, Action<Twin, Conv, bool> operation)
    {
        for (int round = 0; round < 26; round++)
        {
            Conv conv = ConvolutionDraws.Any(twin.Rng, depthwise);
            operation(twin, conv, round % 5 == 4);
            twin.Clear();
        }

        foreach (Conv conv in depthwise ? LargeDepthwise() : Large())
        {
            operation(twin, conv, false);
            twin.Clear();
        }
    }

    // Deeper than one sum, more positions than one sum, more rows than a tile; with and without a stride.
    private static Conv[] Large() =>
        [
            Of([2, 40, 9, 8], [11, 40, 3, 3], 1, 1, 1),
            Of([2, 10, 25, 23], [140, 10, 3, 2], 1, 1, 1),
            Of([1, 3, 31, 30], [300, 3, 3, 3], 2, 1, 1),
            Of([3, 300, 5, 7], [9, 300, 1, 2], 2, 0, 1),
            Of([2, 132, 6, 6], [260, 66, 1, 1], 1, 0, 2),
        ];

    private static Conv[] LargeDepthwise() =>
        [Of([2, 3, 40, 33], [6, 1, 3, 3], 1, 1, 3), Of([3, 2, 37, 40], [2, 1, 3, 3], 2, 1, 2)];

    private static Conv Of(long[] input, long[] weight, long stride, long padding, long groups) =>
        Convolutions.Shape("test", input, weight, [stride], [padding], [1], groups);

    private static void Forward(Twin twin, Conv conv, bool wild)
    {
        (Twin.Memory input, Twin.Memory weight) = (Inputs(twin, conv, wild), twin.Tame((long)conv.OutChannels * conv.Depth));
        Twin.Memory? bias = twin.Rng.NextInt(2) == 0 ? twin.Tame(conv.OutChannels) : null;
        Twin.Memory output = twin.New(4L * conv.Batch * conv.OutChannels * conv.OutPixels, isFloat: true);
        twin.Run(
            $"{conv}",
            (k, at) => k.ConvForward(conv, (float*)at(input), (float*)at(weight), (float*)at(bias), (float*)at(output))
        );
    }

    private static void Input(Twin twin, Conv conv, bool wild)
    {
        (Twin.Memory gradient, Twin.Memory weight) = (Outputs(twin, conv, wild), twin.Tame((long)conv.OutChannels * conv.Depth));
        Twin.Memory input = twin.New(4L * conv.Batch * conv.InChannels * conv.InPixels, isFloat: true);
        twin.Run($"{conv}", (k, at) => k.ConvInput(conv, (float*)at(gradient), (float*)at(weight), (float*)at(input)));
    }

    private static void Weight(Twin twin, Conv conv, bool wild)
    {
        (Twin.Memory input, Twin.Memory gradient) = (Inputs(twin, conv, wild), Outputs(twin, conv, false));
        Twin.Memory weight = twin.New(4L * conv.OutChannels * conv.Depth, isFloat: true);
        twin.Run($"{conv}", (k, at) => k.ConvWeight(conv, (float*)at(input), (float*)at(gradient), (float*)at(weight)));
    }

    private static Twin.Memory Inputs(Twin twin, Conv conv, bool wild)
    {
        long count = (long)conv.Batch * conv.InChannels * conv.InPixels;
        return wild ? twin.Wild(count) : twin.Tame(count);
    }

    private static Twin.Memory Outputs(Twin twin, Conv conv, bool wild)
    {
        long count = (long)conv.Batch * conv.OutChannels * conv.OutPixels;
        return wild ? twin.Wild(count) : twin.Tame(count);
    }
}
