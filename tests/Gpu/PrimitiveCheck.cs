using Research.Torch.Tests.Devices;
using Research.Torch.Tests.Devices.Cases;

namespace Research.Gpu;

/// <summary>Every primitive on random shapes, on the CPU and on the device that was taken, bit by bit.</summary>
internal static class PrimitiveCheck
{
    private const ulong Seed = 2; // another than that of the tests on the machine that reads PTX

    public static IReadOnlyList<Comparison> Run() => [.. DeviceCase.All.Select(Compared)];

    private static Comparison Compared(DeviceCase one)
    {
        using var twin = new Twin(CPU.Place, Seed, () => { });
        one.Run(twin);
        string? difference =
            twin.Differences == 0 ? null : FormattableString.Invariant($"{twin.Differences} values; {twin.First}");
        return new Comparison(one.Name, difference);
    }
}
