namespace Research.NativeLibraries.Tests;

public class LoadedLibrariesTests
{
    private static readonly string[] Maps =
    [
        "7f00-7f10 r--p 00000000 fe:00 12 /opt/lib/libstdc++fs.so.6.0.1",
        "7f20-7f30 r--p 00000000 00:00 0",
        "7f40-7f50 r--p 00000000 fe:00 13 /opt/my lib/libstdc++.so.6.0.30",
    ];

    [Fact]
    public void A_library_is_found_under_the_name_that_its_link_leads_to() =>
        Assert.Equal("/opt/my lib/libstdc++.so.6.0.30", LoadedLibraries.PathIn(Maps, "libstdc++.so.6"));

    [Fact]
    public void A_library_that_is_not_mapped_has_no_path() => Assert.Null(LoadedLibraries.PathIn(Maps, "libc.so.6"));
}
