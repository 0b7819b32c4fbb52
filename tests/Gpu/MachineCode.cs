using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Research.Numerics;
using Research.Torch.Devices.Cuda;

namespace Research.Gpu;

/// <summary>What NVIDIA's assembler makes of the PTX, where the CUDA toolkit is installed: how much of it is fused, and whether registers are spilled.</summary>
internal static partial class MachineCode
{
    private static readonly string[] Counted = ["FFMA", "FMUL", "FADD", "DFMA", "DMUL", "DADD", "MUFU", "LDL", "STL"];

    /// <exception cref="ResearchException">The tools are not there.</exception>
    public static IReadOnlyDictionary<string, long> Count()
    {
        string folder = Directory.CreateTempSubdirectory("research-gpu-").FullName;
        try
        {
            (string ptx, string code) = (Path.Combine(folder, "kernels.ptx"), Path.Combine(folder, "kernels.cubin"));
            File.WriteAllText(ptx, CudaDevices.ReadPtx());
            Run("ptxas", "-arch=sm_90", ptx, "-o", code);
            string[] names = [.. Instruction().Matches(Run("cuobjdump", "-sass", code)).Select(match => match.Groups[1].Value)];
            return Counted.ToDictionary(name => name, name => names.LongCount(found => found == name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string tool, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
            string said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? said
                : throw new ResearchException(FormattableString.Invariant($"{tool} ended with code {process.ExitCode}"));
        }
        catch (Win32Exception)
        {
            throw new ResearchException($"{tool} is not here; it comes with the CUDA toolkit");
        }
    }

    [GeneratedRegex(@"/\*[0-9a-f]{4,}\*/\s+(?:@!?U?P\w+\s+)?([A-Z][A-Z0-9]*)")]
    private static partial Regex Instruction();
}
