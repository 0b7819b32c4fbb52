using System.Diagnostics;
using Research.Tests;

namespace Research.Architecture.Tests;

/// <summary>A check that cannot fail is none: the analyzer must stop a build that uses a banned symbol.</summary>
public class BannedSymbolsTests
{
    private static readonly string[] Banned =
    [
        "System.Math.Exp(1)",
        "System.Math.Pow(2, 3)",
        "System.MathF.Sqrt(2)",
        "double.Tanh(1)",
        "float.Exp(1)",
        "System.Math.FusedMultiplyAdd(1, 2, 3)",
        "new System.Random().Next()",
        "System.DateTime.Now.Ticks",
        "System.Globalization.CultureInfo.CurrentCulture.Name",
        "System.Numerics.Vector<double>.One",
        "System.Runtime.Intrinsics.Vector256.Sum(System.Runtime.Intrinsics.Vector256<double>.One)",
        "System.Runtime.Intrinsics.Vector256.Exp(System.Runtime.Intrinsics.Vector256<double>.One)",
        "System.Linq.Enumerable.Sum(new double[2])",
        "System.Linq.Enumerable.Sum(new int[2], i => i * 0.5)",
        "System.Runtime.Intrinsics.X86.Fma.IsSupported",
        "System.Runtime.Intrinsics.X86.Avx512F.IsSupported",
        "System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported",
        "float.FusedMultiplyAdd(1, 2, 3)",
        "System.Runtime.Intrinsics.Vector256.Cos(System.Runtime.Intrinsics.Vector256<double>.One)",
        "double.Hypot(3, 4)",
    ];

    [Fact]
    public void A_build_fails_at_every_use_of_a_banned_symbol()
    {
        string folder = Path.Combine(RealData.Repository(), "artifacts", "banned", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            IEnumerable<string> uses = Banned.Select((expression, i) => $"    public static object Use{i} => {expression};");
            File.WriteAllText(
                Path.Combine(folder, "Use.cs"),
                $"namespace Research.Use;\n\npublic static class Uses\n{{\n{string.Join("\n", uses)}\n}}\n"
            );
            File.WriteAllText(
                Path.Combine(folder, "Use.csproj"),
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><RestorePackagesWithLockFile>false</RestorePackagesWithLockFile><RestoreLockedMode>false</RestoreLockedMode></PropertyGroup></Project>"
            );
            string output = Build(folder);
            for (int i = 0; i < Banned.Length; i++)
            {
                Assert.Contains(
                    $"Use.cs({i + 5},",
                    string.Join('\n', output.Split('\n').Where(line => line.Contains("error RS0030", StringComparison.Ordinal))),
                    StringComparison.Ordinal
                );
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Build(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["build", folder, "-nodeReuse:false", "--nologo"])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.NotEqual(0, process.ExitCode);
        return output;
    }
}
