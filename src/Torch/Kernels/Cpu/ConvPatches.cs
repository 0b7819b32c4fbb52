using Research.Numerics.LinearAlgebra;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Convolution as a product of the kernels, packed once, and the patches of each image, packed panel by panel.</summary>
internal static unsafe class ConvPatches
{
    public static void Run(Conv conv, float* input, float* weight, float* bias, float* output)
    {
        (int outs, int depth) = (conv.OutPerGroup, conv.Depth);
        long share = PackedLeftMatrix.Floats(outs, depth, conv.OutPixels);
        using var filters = new Scratch(share * conv.Groups);
        using var start = new Scratch(conv.OutChannels);
        float* packed = filters.Data;
        float* begin = start.Data;
        Start(conv, bias, begin);
        Loops.Items(
            conv.Groups,
            (long)outs * depth,
            g =>
                new PackedLeftMatrix(outs, depth, conv.OutPixels, packed + (g * share)).Pack(
                    new MatrixView<float>(weight + ((long)g * outs * depth), depth, 1)
                )
        );
        Images.AndGroups(
            conv,
            (image, group) =>
            {
                var left = new PackedLeftMatrix(outs, depth, conv.OutPixels, packed + (group * share));
                float* target = output + (((image * conv.OutChannels) + ((long)group * outs)) * conv.OutPixels);
                Image(conv, input, image, group, left, begin + (group * outs), target);
            }
        );
    }

    private static void Image(Conv conv, float* input, long image, int group, PackedLeftMatrix left, float* start, float* target)
    {
        var planes = new PhasePlanes(conv);
        using var room = new Scratch(planes.Floats);
        using var places = new Scratch(2L * conv.Depth);
        var offsets = (nint*)places.Data;
        planes.Fill(input + (((image * conv.InChannels) + ((long)group * conv.InPerGroup)) * conv.InPixels), room.Data);
        planes.Offsets(offsets);
        left.Write(new PatchPanels(room.Data, offsets, planes.Pitch, conv.OutWidth), start, target, conv.OutPixels);
    }

    private static void Start(Conv conv, float* bias, float* start)
    {
        for (int o = 0; o < conv.OutChannels; o++)
        {
            start[o] = bias == null ? 0 : bias[o];
        }
    }
}
