using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Research.Numerics;

namespace Research.Torch.Devices.Cuda;

/// <summary>The GPUs of this machine, each opened when it is first asked for, for as long as the process lives.</summary>
internal static class CudaDevices
{
    private const string Ptx = "Research.Torch.Devices.Cuda.kernels.ptx";

    [ShowsInNoResult]
    private static readonly ConcurrentDictionary<int, Lazy<CudaPlace>> Open = new();

    [ShowsInNoResult]
    private static readonly Lazy<CudaLibrary> Library = new(() => CudaLibrary.Load(CudaLibrary.SystemName));

    [ModuleInitializer]
    [ShowsInNoResult]
    [SuppressMessage(
        "Usage",
        "CA2255",
        Justification = "No fingerprint may hold what a GPU does, so nothing that results depend on names it."
    )]
    internal static void Register() => Places.Register(Get, Count);

    /// <exception cref="CudaException">There is no such GPU, or it cannot run the kernels.</exception>
    public static Place Get(int index) => Open.GetOrAdd(Math.Max(index, 0), static i => new(() => Opened(i))).Value;

    /// <summary>0 without a driver, too.</summary>
    public static int Count()
    {
        try
        {
            return CudaDriver.Count(Library.Value);
        }
        catch (CudaException)
        {
            return 0;
        }
    }

    /// <summary>The kernels that are shipped.</summary>
    public static string ReadPtx()
    {
        using Stream stream =
            typeof(CudaDevices).Assembly.GetManifestResourceStream(Ptx)
            ?? throw new InvalidOperationException($"The assembly has no resource {Ptx}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static CudaPlace Opened(int index)
    {
        int count = CudaDriver.Count(Library.Value);
        return index < count
            ? new CudaPlace(new CudaDriver(Library.Value, index, ReadPtx()), index)
            : throw new CudaException(
                FormattableString.Invariant(
                    $"There is no GPU cuda:{index}: the driver has {count}. Use the device cpu: the results are the same."
                )
            );
    }
}
