using Research.NativeLibraries.Elf;

namespace Research.NativeLibraries.Tests;

public sealed class ProgramTests : IDisposable
{
    private const string New = "GLIBCXX_3.4.32";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_need_becomes_weak_where_the_provider_lacks_the_version()
    {
        (string shim, byte[] before) = Make("shim.so", [New], ["shim"]);
        Program.Weaken(shim, Make("old.so", [], ["libstdc++.so.6", "GLIBCXX_3.4.30"]).Path, New);
        Assert.True(Assert.Single(ElfLibrary.Read(File.ReadAllBytes(shim), "shim").Needs).IsWeak);
        Assert.NotEqual(before, File.ReadAllBytes(shim));
        Assert.Equal(2, Directory.GetFiles(_folder).Length); // nothing beside the two libraries is left
    }

    [Fact]
    public void The_file_stays_as_it_is_where_the_provider_has_the_version()
    {
        (string shim, byte[] before) = Make("shim.so", [New], ["shim"]);
        Program.Weaken(shim, Make("new.so", [], ["libstdc++.so.6", New]).Path, New);
        Assert.Equal(before, File.ReadAllBytes(shim));
    }

    [Fact]
    public void What_is_missing_or_foreign_ends_with_code_1() =>
        Assert.Equal(
            [1, 1, 1],
            [Program.Main([]), Program.Main([_folder, "libno-such-library.so.9", New]), Program.Main(["x", "y", "z"])]
        );

    private (string Path, byte[] Bytes) Make(string name, string[] needs, string[] defines)
    {
        byte[] bytes = SyntheticLibrary.Of("libstdc++.so.6", needs, defines);
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return (path, bytes);
    }
}
