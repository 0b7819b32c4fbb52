using System.Text;
using Research.Data.Store;
using Research.Pipeline.Closures;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Store;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Tests.Store;

public sealed class WorkspaceTests : IDisposable
{
    private static readonly string First = new('1', 64);
    private static readonly string Second = new('2', 64);

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly FileHashes _hashes = new(null, paranoid: false);
    private readonly Published _tables = new("Tests.Tables:a/b", "quick/Tests/Tables", owns: true);

    private Workspace Workspace => In(Profile.Quick);

    private ResultStore Store => new(Path.Combine(_folder, "store"), null, null, _hashes, _ => { });

    public void Dispose()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_is_published_lies_in_the_targets_folder_with_its_run_record_and_is_current()
    {
        Assert.True(Publish(_tables, First, ("a.csv", "1"), ("b.csv", "2")));
        Assert.Equal(["a.csv", "b.csv", RunRecord.File], FilesOf(_tables));
        Assert.Equal("1", File.ReadAllText(Path.Combine(Workspace.PathOf(_tables), "a.csv")));
        Assert.Equal("made", File.ReadAllText(Path.Combine(Workspace.PathOf(_tables), RunRecord.File)));
        Assert.True(Workspace.IsCurrent(_tables, First));
        Assert.False(Workspace.IsCurrent(_tables, Second));
        Assert.Equal(First, Workspace.LastOf(_tables));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Workspace.Root, ".engine", "staging")));
    }

    [Theory]
    [InlineData("a file edited")]
    [InlineData("a file missing")]
    [InlineData("a file more")]
    [InlineData("a folder more")]
    [InlineData("the run record missing")]
    [InlineData("the folder missing")]
    [InlineData("no memory of it")]
    [InlineData("a damaged memory of it")]
    public void What_is_not_as_it_was_published_is_not_current(string how)
    {
        Publish(_tables, First, ("a.csv", "1"), ("b.csv", "2"));
        string folder = Workspace.PathOf(_tables);
        string memory = Assert.Single(Directory.GetFiles(Path.Combine(Workspace.Root, ".engine", "made", "quick")));
        Action harm = how switch
        {
            "a file edited" => () => File.WriteAllText(Path.Combine(folder, "b.csv"), "3"),
            "a file missing" => () => File.Delete(Path.Combine(folder, "a.csv")),
            "a file more" => () => File.WriteAllText(Path.Combine(folder, "c.csv"), ""),
            "a folder more" => () => Directory.CreateDirectory(Path.Combine(folder, "c")),
            "the run record missing" => () => File.Delete(Path.Combine(folder, RunRecord.File)),
            "the folder missing" => () => Directory.Delete(folder, recursive: true),
            "no memory of it" => () => File.Delete(memory),
            _ => () => File.AppendAllText(memory, " "),
        };
        harm();
        Assert.False(Workspace.IsCurrent(_tables, First));
        Publish(_tables, First, ("a.csv", "1"), ("b.csv", "2"));
        Assert.True(Workspace.IsCurrent(_tables, First));
    }

    [Fact]
    public void A_result_replaces_the_one_before_whole()
    {
        Publish(_tables, First, ("a.csv", "1"), ("old.csv", "2"));
        Assert.True(Publish(_tables, Second, ("a.csv", "3")));
        Assert.Equal(["a.csv", RunRecord.File], FilesOf(_tables));
        Assert.True(Workspace.IsCurrent(_tables, Second));
        Assert.False(Workspace.IsCurrent(_tables, First));
        Assert.Equal(Second, Workspace.LastOf(_tables));
        Assert.Equal(First, Workspace.BeforeLastOf(_tables));
    }

    [Fact]
    public void A_damaged_object_publishes_nothing_and_leaves_what_is_there()
    {
        Publish(_tables, First, ("a.csv", "1"));
        Manifest put = Put(Second, ("a.csv", "2"), ("b.csv", "3"));
        string path = Store.Locate(put.Outputs[1])!.Path;
        File.SetAttributes(path, FileAttributes.Normal);
        File.WriteAllText(path, "x");
        Assert.False(Workspace.Publish(_tables, put, () => [], Store));
        Assert.True(Workspace.IsCurrent(_tables, First));
        Assert.Equal(First, Workspace.LastOf(_tables));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Workspace.Root, ".engine", "staging")));
    }

    [Fact]
    public void Targets_that_share_a_folder_leave_one_anothers_files_and_have_no_run_record_there()
    {
        var one = new Published("one", "quick/Tests", owns: false);
        var other = new Published("other", "quick/Tests", owns: false);
        Assert.True(Publish(one, First, ("claims.csv", "1")));
        Assert.True(Publish(other, Second, ("report.html", "2")));
        Assert.Equal(["claims.csv", "report.html"], FilesOf(one));
        Assert.True(Workspace.IsCurrent(one, First));
        Assert.True(Workspace.IsCurrent(other, Second));
        Assert.True(Publish(one, Second, ("claims.csv", "3")));
        Assert.Equal("3", File.ReadAllText(Path.Combine(Workspace.PathOf(one), "claims.csv")));
        Assert.True(Workspace.IsCurrent(other, Second));
        File.Delete(Path.Combine(Workspace.PathOf(one), "claims.csv"));
        Assert.False(Workspace.IsCurrent(one, Second));
    }

    [Fact]
    public void The_last_two_fingerprints_are_remembered_and_one_that_comes_again_is_not_the_one_before_itself()
    {
        Assert.Null(Workspace.LastOf(_tables));
        Assert.Null(Workspace.BeforeLastOf(_tables));
        Workspace.SetLast(_tables, First);
        Assert.Equal(First, Workspace.LastOf(_tables));
        Assert.Null(Workspace.BeforeLastOf(_tables));
        Workspace.SetLast(_tables, Second);
        Workspace.SetLast(_tables, Second);
        Assert.Equal(Second, Workspace.LastOf(_tables));
        Assert.Equal(First, Workspace.BeforeLastOf(_tables));
    }

    [Fact]
    public void Each_profile_remembers_for_itself()
    {
        Workspace.SetLast(_tables, First);
        Assert.Null(In(Profile.Paper).LastOf(_tables));
        In(Profile.Paper).SetLast(_tables, Second);
        Assert.Equal(First, Workspace.LastOf(_tables));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no digest\nnor this\n")]
    public void A_damaged_memory_is_none(string text)
    {
        Workspace.SetLast(_tables, First);
        string file = Assert.Single(
            Directory.GetFiles(Path.Combine(Workspace.Root, ".engine", "last"), "*", SearchOption.AllDirectories)
        );
        File.WriteAllText(file, text);
        Assert.Null(Workspace.LastOf(_tables));
        Assert.Null(Workspace.BeforeLastOf(_tables));
    }

    [Fact]
    public void Staging_that_a_killed_run_left_is_swept()
    {
        string dead = Path.Combine(Workspace.Root, ".engine", "staging", "dead");
        Directory.CreateDirectory(dead);
        File.WriteAllText(dead + ".lock", "");
        Workspace.Sweep();
        Assert.False(Directory.Exists(dead));
    }

    private Workspace In(Profile profile) => new(Path.Combine(_folder, "artifacts"), profile, _hashes);

    private string[] FilesOf(Target target) =>
        [.. Directory.GetFiles(Workspace.PathOf(target)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private bool Publish(Target target, string fingerprint, params (string Name, string Content)[] files) =>
        Workspace.Publish(target, Put(fingerprint, files), () => Encoding.UTF8.GetBytes("made"), Store);

    private Manifest Put(string fingerprint, params (string Name, string Content)[] files)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, Guid.NewGuid().ToString("N"))).FullName;
        foreach ((string name, string content) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), content);
        }

        var manifest = new Manifest
        {
            Target = "t",
            Fingerprint = fingerprint,
            Outputs = [.. Output.In(folder)],
            Seconds = 1,
            PeakBytes = 2,
            Threads = 3,
        };
        Store.Put(manifest, Leaves, folder);
        return manifest;
    }

    private static Fingerprint Leaves { get; } = new([.. Fingerprint.LeafNames.Select(Leaf.Empty)]);

    /// <summary>A target that publishes.</summary>
    private sealed class Published(string name, string folder, bool owns) : Target
    {
        public override string Name => name;

        public override TargetKind Kind => TargetKind.Tables;

        public override string? Folder => folder;

        public override bool OwnsFolder { get; } = owns;

        public override CodeRoots Roots => OwnMake;

        public override void Make(Job job) => throw new NotSupportedException("It is never made.");
    }
}
