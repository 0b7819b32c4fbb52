using System.Diagnostics;
using Research.Torch.Tests.Devices.Cases;

namespace Research.Torch.Tests.Devices;

/// <summary>Compiles the kernels' source as it is committed, or changed, with the script that makes the committed PTX.</summary>
internal static class PtxBuild
{
    /// <summary>Why a test that compiles is skipped.</summary>
    public const string Missing = "clang-19 is not here: apt-get install clang-19";

    // Large, and needed by their own cases alone.
    private static readonly string[] Large = ["products.cl", "convolution.cl", "depthwise.cl", "recurrence.cl"];

    public static bool IsPossible { get; } = !OperatingSystem.IsWindows() && Run("sh", ["-c", "command -v clang-19"]).Code == 0;

    private static string Folder { get; } = Path.Combine(Checkout(), "src", "Torch", "Devices", "Cuda");

    private static string Script => Path.Combine(Folder, "build-ptx.sh");

    public static string ReadSource(string file) => File.ReadAllText(Path.Combine(Folder, "Kernels", file));

    public static (int Code, string Said) Check() => Run("bash", [Script, "--check"]);

    /// <summary>The PTX of a source with a change; null with what was said where it does not compile, or is refused.</summary>
    public static (string? Ptx, string Said) Compile(SourceChange change)
    {
        string folder = Directory.CreateTempSubdirectory("research-test-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, "Kernels")))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            string old = ReadSource(change.File);
            File.WriteAllText(Path.Combine(folder, change.File), old.Replace(change.Old, change.New, StringComparison.Ordinal));
            string main = Path.Combine(folder, "kernels.cl");
            File.WriteAllLines(main, File.ReadAllLines(main).Where(line => !CanBeLeftOut(line, change.File)));
            string target = Path.Combine(folder, "changed.ptx");
            (int code, string said) = Run("bash", [Script, target, main]);
            return (code == 0 ? File.ReadAllText(target) : null, said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool CanBeLeftOut(string line, string changed) =>
        changed != "product_tile.cl"
        && !Large.Contains(changed)
        && Array.Exists(Large, file => line.Contains($"\"{file}\"", StringComparison.Ordinal));

    private static (int Code, string Said) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    private static string Checkout()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Research.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Research.sln was not found above this program.");
    }
}
