using System.Diagnostics;

namespace Research.Build.Tests.Launchers;

/// <summary>build.ps1 and build/program.ps1 over a checkout of one line of code, where PowerShell 7 is installed.</summary>
public sealed class PowerShellScriptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public PowerShellScriptTests()
    {
        Assert.SkipUnless(IsInstalled(), "there is no pwsh on the PATH");
        Directory.CreateDirectory(Root);
        TinyCheckout.Write(Root, "build.ps1", "build/program.ps1");
    }

    // Below a folder of that name, where sources were once taken for what the compiler made.
    private string Root => Path.Combine(_folder, "bin", "checkout");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Arguments_arrive_as_they_are_few_or_many_and_an_edit_is_compiled()
    {
        Assert.Equal((0, "ours --help", true), Run(Path.Combine(Root, "build.ps1"), "--help"));
        Assert.Equal((0, "ours", false), Run(Path.Combine(Root, "build.ps1")));
        Assert.Equal((0, "ours --target|two words", false), Run(Path.Combine(Root, "build.ps1"), "--target", "two words"));
        File.CreateSymbolicLink(Path.Combine(_folder, "link.ps1"), Path.Combine(Root, "build.ps1"));
        Assert.Equal((0, "ours --tree", false), Run(Path.Combine(_folder, "link.ps1"), "--tree"));
        TinyCheckout.Says(Root, "theirs");
        Assert.Equal((0, "theirs", true), Run(Path.Combine(Root, "build.ps1")));
    }

    [Fact]
    public void The_engine_that_is_asked_for_is_compiled_once_and_each_program_stays()
    {
        TinyCheckout.HasTwoEngines(Root);
        string script = Path.Combine(Root, "build.ps1");
        Assert.Equal((0, "ours", true), Run(script));
        Assert.Equal((0, "theirs 1", true), Run(script, "--engine", "torchsharp"));
        Assert.Equal((0, "theirs 1", false), Run(script, "--engine=torchsharp"));
        Assert.Equal((0, "ours", false), Run(script, "--engine", "portable"));
    }

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh")));

    private (int Code, string Output, bool Compiled) Run(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-File", script, .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RESEARCH_CACHE"] = Path.Combine(_folder, "cache");
        using var process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        bool compiled = said.Result.Contains("compiling", StringComparison.Ordinal);
        return (process.ExitCode, process.ExitCode == 0 ? output.Trim() : said.Result, compiled);
    }
}
