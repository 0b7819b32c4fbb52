using static TorchSharp.torch;

namespace Research.Torch.Kernels.Cpu;

/// <summary>Values of one type as another: fractions are cut off, what is not zero is true.</summary>
internal static unsafe class Casting
{
    public static void Run(ScalarType from, void* source, ScalarType to, void* target, long first, long end)
    {
        for (long i = first; i < end; i++)
        {
            (double number, long whole) = Read(from, source, i);
            switch (to)
            {
                case ScalarType.Float32:
                    ((float*)target)[i] = from == ScalarType.Float32 ? (float)number : whole;
                    break;
                case ScalarType.Int64:
                    ((long*)target)[i] = whole;
                    break;
                default:
                    ((bool*)target)[i] = number != 0;
                    break;
            }
        }
    }

    private static (double Number, long Whole) Read(ScalarType type, void* source, long i) =>
        type switch
        {
            ScalarType.Float32 => (((float*)source)[i], Whole(((float*)source)[i])),
            ScalarType.Int64 => (((long*)source)[i] == 0 ? 0 : 1, ((long*)source)[i]),
            _ => ((bool*)source)[i] ? (1, 1) : (0, 0),
        };

    // What the hardware makes of a value out of range differs; here it is always the smallest number, as on x86.
    private static long Whole(float value) => value >= -9.223372E18f && value < 9.223372E18f ? (long)value : long.MinValue;
}
