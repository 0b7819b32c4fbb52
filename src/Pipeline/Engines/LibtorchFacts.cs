using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Research.Data.Store;
using Research.Pipeline.Closures;

namespace Research.Pipeline.Engines;

/// <summary>What the bits of TorchSharp depend on beside the code: its version, native libraries, threads, the CPU, and switches in the environment.</summary>
/// <remarks>Measured: each of threads, ATEN_CPU_CAPABILITY, and the settings of MKL and oneDNN changes bits (ADR 24).</remarks>
internal static class LibtorchFacts
{
    /// <summary>The package whose use makes a target depend on these facts.</summary>
    public const string Package = "TorchSharp";

    private const string Threads = "OMP_NUM_THREADS";

    private static readonly string[] Switches =
    [
        "ATEN_",
        "CUBLAS_",
        "CUDA_",
        "DNNL_",
        "GOMP_",
        "KMP_",
        "MKL_",
        "ONEDNN_",
        "OMP_",
        "OPENBLAS_",
        "TORCH_",
    ];

    /// <param name="code">Where the package lies.</param>
    /// <param name="hashes">Digests of its native libraries.</param>
    public static IReadOnlyDictionary<string, string> Read(OwnCode code, FileHashes hashes)
    {
        string package = code.PackageFile(Package)!;
        var facts = new Dictionary<string, string>
        {
            ["engine"] = $"{Package} {AssemblyName.GetAssemblyName(package).Version}",
            ["engine: threads"] =
                Variable(Threads) ?? $"{Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)}, one a core",
            ["engine: CPU"] = CpuFacts.Name,
            ["engine: CPU capability"] = Variable("ATEN_CPU_CAPABILITY") ?? CpuFacts.Capability,
        };
        foreach (string library in Natives(Path.GetDirectoryName(package)!))
        {
            facts[$"engine: {Path.GetFileName(library)}"] = hashes.Of(library)[..16];
        }

        foreach ((string name, string value) in SwitchesIn(Environment.GetEnvironmentVariables()))
        {
            facts[$"engine: {name}"] = value;
        }

        return facts;
    }

    /// <summary>The variables that numeric libraries read, by name.</summary>
    internal static IEnumerable<(string Name, string Value)> SwitchesIn(IDictionary environment) =>
        environment
            .Cast<DictionaryEntry>()
            .Select(variable => ((string)variable.Key, (string?)variable.Value ?? ""))
            .Where(variable =>
                variable.Item1 != Threads
                && Array.Exists(Switches, start => variable.Item1.StartsWith(start, StringComparison.Ordinal))
            )
            .OrderBy(variable => variable.Item1, StringComparer.Ordinal);

    /// <summary>The native libraries for this system beside an assembly.</summary>
    internal static IEnumerable<string> Natives(string folder)
    {
        string system =
            OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : "linux";
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string native = Path.Combine(folder, "runtimes", $"{system}-{architecture}", "native");
        return Directory.Exists(native) ? Directory.EnumerateFiles(native).Order(StringComparer.Ordinal) : [];
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
