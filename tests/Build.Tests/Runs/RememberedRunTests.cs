using Research.Build.Runs;
using Research.Data.Store;

namespace Research.Build.Tests.Runs;

public sealed class RememberedRunTests : IDisposable
{
    private static readonly string[] Command = ["--profile", "quick"];
    private static readonly string[] Lines = ["Digits.Pca: matches its snapshot", "Reproduce: 3 up to date"];

    private readonly string _root = Directory.CreateTempSubdirectory("research-test-").FullName;

    public RememberedRunTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "files have no stamps here");
        Write("made/summary.csv", "a,b\n");
        Write("read/claims.csv", "id\n");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_run_that_looked_at_nothing_that_changed_says_the_same_again()
    {
        Keep();
        Assert.Equal(Lines, RememberedRun.Find(_root, Command));
        Assert.Equal(Lines, RememberedRun.Find(_root, Command));
    }

    [Fact]
    public void Where_the_system_gives_no_stamps_nothing_is_remembered()
    {
        string stampless = Path.Combine(_root, "nowhere"); // as every folder is where the C library has no statx
        RememberedRun.Keep(stampless, Command, new WatchedPaths(), Lines);
        Assert.Null(RememberedRun.Find(stampless, Command));
        Assert.False(Directory.Exists(stampless));
    }

    [Fact]
    public void A_run_that_cannot_be_remembered_is_well_all_the_same()
    {
        Write("artifacts/.engine", "a file where a folder should be");
        RememberedRun.Keep(_root, Command, new WatchedPaths(), Lines);
        Assert.Null(RememberedRun.Find(_root, Command));
    }

    [Theory]
    [InlineData("an edit")]
    [InlineData("an edit of the same length that keeps the time")]
    [InlineData("a file less")]
    [InlineData("a file more in a folder")]
    [InlineData("a file where none was")]
    [InlineData("another file of that name")]
    public void What_was_looked_at_and_changed_is_planned_anew(string change)
    {
        Keep();
        string file = Path.Combine(_root, "made", "summary.csv");
        DateTime time = File.GetLastWriteTimeUtc(file);
        switch (change)
        {
            case "an edit":
                File.AppendAllText(file, "1,2\n");
                break;
            case "an edit of the same length that keeps the time":
                File.WriteAllText(file, "a,c\n");
                File.SetLastWriteTimeUtc(file, time);
                break;
            case "a file less":
                File.Delete(file);
                break;
            case "a file more in a folder":
                Write("made/more.csv", "");
                break;
            case "a file where none was":
                Write("none.csv", "");
                break;
            default:
                Write("fresh.csv", "a,b\n");
                File.SetLastWriteTimeUtc(Path.Combine(_root, "fresh.csv"), time);
                File.Move(Path.Combine(_root, "fresh.csv"), file, overwrite: true);
                break;
        }

        Assert.Null(RememberedRun.Find(_root, Command));
    }

    [Fact]
    public void Another_command_is_planned()
    {
        Keep();
        Assert.Null(RememberedRun.Find(_root, ["--profile", "paper"]));
        Assert.Null(RememberedRun.Find(_root, ["--profile", "quick", "--paranoid"]));
        Assert.Null(RememberedRun.Find(_root, ["--profile\nquick"])); // the same file name, another key
    }

    [Fact]
    public void Another_environment_is_planned()
    {
        Keep();
        Environment.SetEnvironmentVariable("RESEARCH_TEST_OF_REMEMBERED_RUNS", "1");
        Assert.Null(RememberedRun.Find(_root, Command));
        Environment.SetEnvironmentVariable("RESEARCH_TEST_OF_REMEMBERED_RUNS", null);
        Assert.NotNull(RememberedRun.Find(_root, Command));
    }

    [Fact]
    public void What_changed_while_the_run_went_on_is_not_remembered()
    {
        WatchedPaths watched = Watched();
        File.AppendAllText(Path.Combine(_root, "read", "claims.csv"), "digits-1-001\n");
        Thread.Sleep(200);
        watched.AddTree(Path.Combine(_root, "read")); // the first look counts
        RememberedRun.Keep(_root, Command, watched, Lines);
        Assert.Null(RememberedRun.Find(_root, Command));
    }

    [Fact]
    public void What_changed_just_before_the_run_is_not_remembered()
    {
        WatchedPaths watched = new();
        Write("just.csv", "now");
        watched.Add(Path.Combine(_root, "just.csv"));
        RememberedRun.Keep(_root, Command, watched, Lines);
        Assert.Null(RememberedRun.Find(_root, Command));
    }

    [Fact]
    public void A_memory_that_was_cut_off_is_none()
    {
        Keep();
        string memory = Directory.GetFiles(Path.Combine(_root, "artifacts"), "*", SearchOption.AllDirectories).Single();
        byte[] whole = File.ReadAllBytes(memory);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(memory, whole[..length]);
            Assert.Null(RememberedRun.Find(_root, Command));
        }
    }

    [Fact]
    public void A_password_of_the_mirror_is_not_written_down()
    {
        string? before = Environment.GetEnvironmentVariable("RESEARCH_MIRROR");
        try
        {
            Environment.SetEnvironmentVariable("RESEARCH_MIRROR", "https://name:secret@host/data?key=secret");
            Keep();
            Assert.Equal(Lines, RememberedRun.Find(_root, Command));
            string folder = Path.Combine(_root, "artifacts", ".engine", "remembered");
            string kept = File.ReadAllText(Directory.GetFiles(folder).Single());
            Assert.Contains("https://host/data", kept, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", kept, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("RESEARCH_MIRROR", before);
        }
    }

    private void Keep()
    {
        WatchedPaths watched = Watched();
        RememberedRun.Keep(_root, Command, watched, Lines);
    }

    private WatchedPaths Watched()
    {
        Thread.Sleep(200); // until the files are settled
        WatchedPaths watched = new();
        watched.AddTree(Path.Combine(_root, "made"));
        watched.AddTree(Path.Combine(_root, "read"));
        watched.Add(Path.Combine(_root, "none.csv"));
        return watched;
    }

    private void Write(string file, string text)
    {
        string path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
