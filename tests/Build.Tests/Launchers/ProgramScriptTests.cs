using System.Diagnostics;
using System.Runtime.Versioning;
using Research.Tests;

namespace Research.Build.Tests.Launchers;

/// <summary>build/program.sh over a checkout of one line of code, with a cache that somebody else may have prepared.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ProgramScriptTests : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;

    private readonly string _root = Directory.CreateTempSubdirectory("research-test-").FullName;

    public ProgramScriptTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "program.ps1 is used here");
        Directory.CreateDirectory(Path.Combine(_root, "src"));
        Directory.CreateDirectory(Path.Combine(_root, "experiments"));
        Directory.CreateDirectory(Path.Combine(_root, "build"));
        File.Copy(Path.Combine(RealData.Repository(), "build", "program.sh"), Path.Combine(_root, "build", "program.sh"));
        File.WriteAllText(
            Path.Combine(_root, "build", "Tiny.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup></Project>"""
        );
        File.WriteAllText(Path.Combine(_root, "build", "Tiny.cs"), "System.Console.WriteLine(\"ours\");");
    }

    private string Cache => Path.Combine(_root, "cache", "program");

    private string Compiled => Directory.GetDirectories(Cache, "*-Tiny").Single();

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_program_is_compiled_once_into_a_folder_of_its_owner_alone()
    {
        Assert.Equal((0, "ours", true), Run());
        Assert.Equal((0, "ours", false), Run());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Cache));
    }

    [Theory]
    [InlineData("a file that no list names")]
    [InlineData("a file that everybody can write")]
    [InlineData("a link")]
    [InlineData("an edit")]
    [InlineData("no list")]
    public void A_program_that_was_tampered_with_is_not_run(string how)
    {
        Run();
        string program = Path.Combine(Compiled, "Tiny.dll");
        switch (how)
        {
            case "a file that no list names":
                File.WriteAllText(Path.Combine(Compiled, "Tiny.deps.json.more"), "planted");
                break;
            case "a file that everybody can write":
                File.SetUnixFileMode(program, Everybody);
                break;
            case "a link":
                File.Move(program, Path.Combine(_root, "Tiny.dll"));
                File.CreateSymbolicLink(program, Path.Combine(_root, "Tiny.dll"));
                break;
            case "an edit":
                File.AppendAllText(program, "x");
                break;
            default:
                File.Delete(Path.Combine(Compiled, "program.sums"));
                break;
        }

        Assert.Equal((0, "ours", true), Run());
    }

    [Fact]
    public void What_lies_in_a_cache_that_everybody_can_write_is_thrown_away()
    {
        Run();
        string planted = Path.Combine(Cache, "planted");
        Directory.CreateDirectory(planted);
        File.SetUnixFileMode(Cache, Everybody);
        Assert.Equal((0, "ours", true), Run());
        Assert.False(Directory.Exists(planted));
        Assert.False(File.GetUnixFileMode(Cache).HasFlag(UnixFileMode.OtherWrite));
    }

    [Fact]
    public void A_cache_of_somebody_else_is_refused()
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root can give a folder away");
        Directory.CreateDirectory(Cache);
        using (var chown = Process.Start("chown", ["65534", Cache]))
        {
            chown.WaitForExit();
        }

        (int code, string output, _) = Run();
        Assert.Equal(1, code);
        Assert.Contains("belongs to somebody else", output, StringComparison.Ordinal);
    }

    // The exit code, what was written, and whether something was compiled.
    private (int Code, string Output, bool Compiled) Run()
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(_root, "build", "program.sh"), "build/Tiny.csproj", "Tiny.dll"])
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RESEARCH_CACHE"] = Path.GetDirectoryName(Cache);
        using var process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        bool compiled = said.Result.Contains("compiling", StringComparison.Ordinal);
        return (process.ExitCode, process.ExitCode == 0 ? output.Trim() : said.Result, compiled);
    }
}
