using System.Diagnostics;
using System.Runtime.Versioning;

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
        TinyCheckout.Write(_root, "build.sh", "build/program.sh");
    }

    private string Cache => Path.Combine(_root, "cache", "program");

    private string Compiled => Directory.GetDirectories(Cache, "*-Build").Single();

    public void Dispose()
    {
        using var chmod = Process.Start("chmod", ["-R", "u+w", _root]);
        chmod.WaitForExit();
        Directory.Delete(_root, recursive: true);
    }

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
        string program = Path.Combine(Compiled, "Research.Build.dll");
        switch (how)
        {
            case "a file that no list names":
                File.WriteAllText(Path.Combine(Compiled, "Research.Build.deps.json.more"), "planted");
                break;
            case "a file that everybody can write":
                File.SetUnixFileMode(program, Everybody);
                break;
            case "a link":
                File.Move(program, Path.Combine(_root, "Research.Build.dll"));
                File.CreateSymbolicLink(program, Path.Combine(_root, "Research.Build.dll"));
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

    [Fact]
    public void A_link_to_the_script_works_from_any_folder_and_with_CDPATH()
    {
        Run();
        string links = Directory.CreateDirectory(Path.Combine(_root, "links")).FullName;
        File.CreateSymbolicLink(Path.Combine(links, "first"), Path.Combine("..", "build.sh"));
        File.CreateSymbolicLink(Path.Combine(links, "second"), Path.Combine(links, "first"));
        ProcessStartInfo start = Start(Path.Combine(links, "second"), "one", "two words");
        start.WorkingDirectory = "/";
        start.Environment["CDPATH"] = $"{_root}:/";
        Assert.Equal((0, "ours one|two words", false), Run(start));
    }

    [Fact]
    public void A_program_in_a_cache_that_can_only_be_read_is_used()
    {
        Run();
        OpenToRead();
        (int code, string output, bool compiled) = Run(AsSomebodyElse(Start(Path.Combine(_root, "build.sh"))));
        Assert.Equal((0, "ours", false), (code, output, compiled));
    }

    [Fact]
    public void Where_nothing_can_be_written_the_message_names_the_folders_and_the_variable()
    {
        OpenToRead();
        (int code, string output, _) = Run(AsSomebodyElse(Start(Path.Combine(_root, "build.sh"))));
        Assert.Equal(1, code);
        Assert.Contains($"artifacts/ in {_root}, which cannot be written", output, StringComparison.Ordinal);
        Assert.Contains($"go to {Path.GetDirectoryName(Cache)} (RESEARCH_CACHE moves them)", output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Fact]
    public void Compiling_tells_which_projects_are_done()
    {
        ProcessStartInfo start = Start(Path.Combine(_root, "build.sh"));
        using var process = Process.Start(start)!;
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Contains("build: compiled Build (1 of 1)", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_engine_that_is_asked_for_is_compiled_once_and_each_program_stays()
    {
        TinyCheckout.HasTwoEngines(_root);
        string script = Path.Combine(_root, "build.sh");
        Assert.Equal((0, "ours", true), Run());
        Assert.Equal((0, "theirs 1", true), Run(Start(script, "--engine", "torchsharp")));
        Assert.Equal((0, "theirs 1", false), Run(Start(script, "--engine=torchsharp")));
        ProcessStartInfo two = Start(script, "--engine", "torchsharp");
        two.Environment["OMP_NUM_THREADS"] = "2";
        Assert.Equal((0, "theirs 2", false), Run(two));
        ProcessStartInfo back = Start(script, "--engine", "portable");
        back.Environment["Torch"] = "TorchSharp";
        Assert.Equal((0, "ours", false), Run(back));
    }

    // So that nobody but the owner can write, and everybody can read.
    private void OpenToRead()
    {
        using var chmod = Process.Start("chmod", ["-R", "a+rX,go-w", _root]);
        chmod.WaitForExit();
    }

    // Root may write everywhere, so root becomes nobody; everybody else may write no more.
    private ProcessStartInfo AsSomebodyElse(ProcessStartInfo start)
    {
        if (Environment.UserName != "root")
        {
            using var chmod = Process.Start("chmod", ["-R", "a-w", _root]);
            chmod.WaitForExit();
            return start;
        }

        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "root can become nobody by setpriv only");
        Assert.SkipUnless(File.GetUnixFileMode("/dev/null").HasFlag(UnixFileMode.OtherWrite), "nobody can do anything here");
        var other = new ProcessStartInfo("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "sh", start.FileName]);
        start.Environment.ToList().ForEach(variable => other.Environment[variable.Key] = variable.Value);
        other.Environment["HOME"] = Path.GetTempPath();
        other.RedirectStandardOutput = other.RedirectStandardError = true;
        return other;
    }

    private (int Code, string Output, bool Compiled) Run() => Run(Start(Path.Combine(_root, "build.sh")));

    private ProcessStartInfo Start(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(script, arguments)
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RESEARCH_CACHE"] = Path.GetDirectoryName(Cache);
        return start;
    }

    // The exit code, what was written, and whether something was compiled.
    private static (int Code, string Output, bool Compiled) Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        bool compiled = said.Result.Contains("compiling", StringComparison.Ordinal);
        return (process.ExitCode, process.ExitCode == 0 ? output.Trim() : said.Result, compiled);
    }
}
