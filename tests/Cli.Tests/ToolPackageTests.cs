using System.Diagnostics;
using Research.Data;
using Research.Data.Audio;
using Research.Data.Audio.Wav;
using Research.Tests;

namespace Research.Cli.Tests;

public sealed class ToolPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_package_installs_from_a_folder_and_predicts_outside_a_checkout()
    {
        string project = Path.Combine(RealData.Repository(), "src", "Cli", "Cli.csproj");
        string packages = Path.Combine(_folder, "packages");
        Run(
            "dotnet",
            RealData.Repository(),
            "pack",
            project,
            "-c",
            "Release",
            "--no-build",
            "--nologo",
            "-o",
            packages,
            "-p:PackAsBuilt=true"
        );
        Assert.Single(Directory.EnumerateFiles(packages, "Research.Tool.*.nupkg"));
        string tools = Path.Combine(_folder, "tools");
        Run("dotnet", _folder, "tool", "install", "Research.Tool", "--tool-path", tools, "--source", packages);
        string model = Path.Combine(_folder, "digits.rmodel");
        File.WriteAllBytes(model, Models.TinyModel.Bytes);
        Item item = Models.TinyModel.Data.Items[0];
        string wav = Path.Combine(_folder, "digit.wav");
        WavWriter.Write(wav, item.Waveform);
        string tool = Path.Combine(tools, OperatingSystem.IsWindows() ? "research.exe" : "research");
        string output = Run(tool, _folder, "predict", model, wav, "--top", "1");
        Assert.Contains($"digit.wav: {item.Label} ", output, StringComparison.Ordinal);
    }

    private static string Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("RESEARCH_CHECKOUT");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output}{error.Result}");
        return output;
    }
}
