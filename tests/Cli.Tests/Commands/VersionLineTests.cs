using System.Runtime.InteropServices;
using Research.Cli.Commands;
using Research.Tests;

namespace Research.Cli.Tests.Commands;

public sealed class VersionLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_package_says_its_version_and_its_commit() =>
        Assert.StartsWith(
            "research 0.2.0 (commit abc123; engine portable; .NET ",
            VersionLine.Of("0.2.0+abc123", null),
            StringComparison.Ordinal
        );

    [Fact]
    public void Where_there_is_no_git_the_commit_is_not_known() =>
        Assert.Contains("(commit not known; ", VersionLine.Of("0.2.0", _folder), StringComparison.Ordinal);

    [Fact]
    public void A_checkout_says_the_commit_that_is_checked_out()
    {
        string root = RealData.Repository();
        Assert.SkipUnless(Path.Exists(Path.Combine(root, ".git")), "this is no clone of a repository");
        Assert.Matches("\\(commit [0-9a-f]{40}(, changed since)?; ", VersionLine.Of("0.2.0", root));
    }

    [Fact]
    public void The_tool_prints_the_line()
    {
        (int code, string output, _) = Tool.Run("--version");
        Assert.Equal(0, code);
        Assert.Contains(RuntimeInformation.FrameworkDescription, output, StringComparison.Ordinal);
        Assert.Contains(RuntimeInformation.RuntimeIdentifier, output, StringComparison.Ordinal);
    }
}
