using Research.NativeLibraries.Elf;

namespace Research.NativeLibraries.Tests;

public class WeakVersionsTests
{
    private const string New = "GLIBCXX_3.4.32";

    private static readonly byte[] Shim = SyntheticLibrary.Of("libstdc++.so.6", ["GLIBCXX_3.4", New], ["shim"]);

    [Fact]
    public void One_byte_of_the_file_changes_and_it_is_the_need_s_flags()
    {
        byte[] marked = [.. Shim];
        Assert.True(WeakVersions.Mark(marked, "shim", New));
        int at = Assert.Single(Enumerable.Range(0, Shim.Length), i => marked[i] != Shim[i]);
        Assert.Equal(ElfLibrary.Read(Shim, "shim").Needs[1].FlagsOffset, at);
        Assert.Equal([false, true], ElfLibrary.Read(marked, "shim").Needs.Select(need => need.IsWeak));
    }

    [Fact]
    public void A_need_that_is_weak_already_or_not_there_changes_nothing()
    {
        byte[] marked = [.. Shim];
        WeakVersions.Mark(marked, "shim", New);
        Assert.False(WeakVersions.Mark(marked, "shim", New));
        Assert.False(WeakVersions.Mark(marked, "shim", "GLIBCXX_9"));
    }
}
