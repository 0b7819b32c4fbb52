using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Runtime.InteropServices;
using CliWrap;
using CliWrap.Buffered;
using Research.Pipeline;
using Research.Pipeline.Engines;

namespace Research.Cli.Commands;

/// <summary>research --version: the version, and what else decides what it computes: commit, engine, runtime and system.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    /// <summary>Has a tool's --version print the line.</summary>
    public static void AddTo(RootCommand root) => root.Options.OfType<VersionOption>().Single().Action = new VersionLine();

    public override int Invoke(ParseResult parseResult)
    {
        string told = typeof(VersionLine)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;
        Terminal.Say(Of(told, Environment.GetEnvironmentVariable("RESEARCH_CHECKOUT")));
        return ExitCodes.Well;
    }

    /// <param name="told">What the assembly says of itself: the version; in a package then + and the commit.</param>
    /// <param name="checkout">The checkout that the program was compiled from; null for a package.</param>
    internal static string Of(string told, string? checkout)
    {
        (string version, string? commit) = told.Split('+', 2) is [var before, var after] ? (before, after) : (told, null);
        commit ??= checkout is null ? null : CommitOf(checkout);
        return $"research {version} (commit {commit ?? "not known"}; engine {TensorEngine.Compiled}; {RuntimeInformation.FrameworkDescription}; {RuntimeInformation.RuntimeIdentifier})";
    }

    // What a checkout runs is compiled without its commit, so that a commit that changes no source makes no other program.
    private static string? CommitOf(string checkout)
    {
        string? commit = Git(checkout, "rev-parse", "HEAD");
        string? changes = commit is null ? null : Git(checkout, "status", "--porcelain", "--untracked-files=no");
        return string.IsNullOrEmpty(changes) ? commit : $"{commit}, changed since";
    }

    // Null where there is no git, or no repository.
    private static string? Git(string checkout, params string[] arguments)
    {
        try
        {
            BufferedCommandResult result = CliWrap
                .Cli.Wrap("git")
                .WithArguments(["-C", checkout, .. arguments])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync()
                .GetAwaiter()
                .GetResult();
            return result.ExitCode == 0 ? result.StandardOutput.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
