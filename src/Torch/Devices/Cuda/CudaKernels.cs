using Research.Torch.Kernels;
using TorchSharp;

namespace Research.Torch.Devices.Cuda;

/// <summary>The kernels on a GPU: each method launches those of Kernels/*.cl that do what the CPU's does, in the same order.</summary>
internal sealed unsafe partial class CudaKernels(ICudaDriver driver, Place place) : IKernels
{
    private const int Threads = 256;
    private const int BlocksPerMultiprocessor = 16; // for loops over all values: enough to hide the memory's latency

    // Over all of so many values.
    private void Each(string kernel, long count, params ReadOnlySpan<Argument> arguments)
    {
        if (count > 0)
        {
            long blocks = (count + Threads - 1) / Threads;
            Launch(kernel, (int)Math.Min(blocks, driver.Multiprocessors * BlocksPerMultiprocessor), 1, 1, arguments);
        }
    }

    private void Launch(string kernel, int gridX, int gridY, int gridZ, params ReadOnlySpan<Argument> arguments)
    {
        if (gridX <= 0 || gridY <= 0 || gridZ <= 0)
        {
            return;
        }

        fixed (Argument* first = arguments)
        {
            void** pointers = stackalloc void*[arguments.Length];
            for (int i = 0; i < arguments.Length; i++)
            {
                pointers[i] = first + i;
            }

            driver.Launch(kernel, gridX, gridY, gridZ, pointers);
        }
    }

    private static int Parts(long count, int part) => checked((int)((count + part - 1) / part));

    private static string Bits(string kernel, int elementSize) => FormattableString.Invariant($"{kernel}{8 * elementSize}");

    private static NotSupportedException NoSuch(object op) => new($"The GPU has no kernel for {op}.");

    public void Fill(torch.ScalarType type, void* target, long count, Scalar value)
    {
        switch (type)
        {
            case torch.ScalarType.Float32:
                Each("fill32", count, target, count, BitConverter.SingleToUInt32Bits(value.Single));
                break;
            case torch.ScalarType.Int64:
                Each("fill64", count, target, count, value.Int64);
                break;
            default:
                Each("fill8", count, target, count, value.Double != 0);
                break;
        }
    }

    public void Cast(torch.ScalarType from, void* source, torch.ScalarType to, void* target, long count)
    {
        if (from == to && from != torch.ScalarType.Bool)
        {
            place.Copy(source, target, count * ScalarTypes.Size(from));
            return;
        }

        Each($"cast_{Name(from)}_{Name(to)}", count, source, target, count);
    }

    public void Where(int elementSize, bool* condition, void* a, void* b, void* target, long count) =>
        Each(Bits("where", elementSize), count, condition, a, b, target, count);

    public void AddScaled(float* target, float* source, float factor, long count) =>
        Each("add_scaled", count, target, source, factor, count);

    private static string Name(torch.ScalarType type) =>
        type switch
        {
            torch.ScalarType.Float32 => "float",
            torch.ScalarType.Int64 => "long",
            _ => "bool",
        };
}
