using System.Text;
using CliWrap;
using Research.Data;
using Research.Numerics;
using Research.Pipeline.Compare;

namespace Research.Pipeline.Tests.Compare;

/// <summary>Results at a git revision, in a repository of their own.</summary>
public sealed class ResultTreeTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task A_revision_has_the_tables_and_records_that_were_committed()
    {
        await CommitAsync("quick/Tests/counts.csv", "n\n1\n");
        await CommitAsync("quick/Tests/run.json", "{}");
        await CommitAsync("quick/REPORT.md", "no table");
        Write("quick/Tests/counts.csv", "n\n2\n");
        ResultTree tree = ResultTree.Of("HEAD", _root);
        Assert.Equal(["quick/Tests/counts.csv", "quick/Tests/run.json"], tree.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("n\n1\n", Encoding.UTF8.GetString(tree.Files["quick/Tests/counts.csv"]));
    }

    [Theory]
    [InlineData("nowhere", "git has no results at that revision: fatal:")]
    [InlineData("--output=x", "is no folder and no git revision")]
    public async Task What_is_no_revision_is_told(string name, string words)
    {
        await CommitAsync("quick/Tests/counts.csv", "n\n1\n");
        UsageException error = Assert.Throws<UsageException>(() => ResultTree.Of(name, _root));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private async Task CommitAsync(string path, string text)
    {
        Write(path, text);
        string[][] commands =
        [
            ["init", "--quiet"],
            ["add", "results"],
            ["-c", "user.name=Test", "-c", "user.email=test@test.example", "commit", "--quiet", "-m", path],
        ];
        foreach (string[] arguments in commands)
        {
            await Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(_root).ExecuteAsync();
        }
    }

    private void Write(string path, string text)
    {
        string file = Path.Combine(_root, "results", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
