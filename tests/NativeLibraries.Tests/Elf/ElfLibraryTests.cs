using Research.NativeLibraries.Elf;
using Research.Numerics;
using Research.Tests;

namespace Research.NativeLibraries.Tests.Elf;

public class ElfLibraryTests
{
    private const int Cases = 3_000;
    private const string Standard = "libstdc++.so.6";

    private static readonly byte[] Shim = SyntheticLibrary.Of(Standard, ["GLIBCXX_3.4", "GLIBCXX_3.4.32"], ["shim", "SHIM_1"]);

    [Fact]
    public void Needs_and_definitions_are_read_in_the_file_s_order()
    {
        var library = ElfLibrary.Read(Shim, "shim");
        Assert.Equal(["GLIBCXX_3.4", "GLIBCXX_3.4.32"], library.Needs.Select(need => need.Version));
        Assert.All(library.Needs, need => Assert.Equal((Standard, (ushort)0), (need.Library, need.Flags)));
        Assert.Equal(["shim", "SHIM_1"], library.Defines);
    }

    [Fact]
    public void The_system_s_own_library_defines_the_versions_that_its_name_promises()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ELF files are Linux's.");
        var library = ElfLibrary.Read(File.ReadAllBytes(LoadedLibraries.PathOf(Standard)), Standard);
        Assert.Contains("GLIBCXX_3.4.1", library.Defines);
        Assert.Contains(library.Needs, need => need.Library == "libc.so.6");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    public void Fewer_bytes_than_a_header_are_refused(int length) => Assert.Contains("is no ELF file", Refused(Shim[..length]));

    [Fact]
    public void A_windows_library_is_refused() => Assert.Contains("is no ELF file", Refused([.. "MZ"u8, .. new byte[100]]));

    [Theory]
    [InlineData(4, 1, "class 1")]
    [InlineData(5, 2, "byte order 2")]
    public void A_library_of_another_width_or_byte_order_is_refused(int at, byte value, string says) =>
        Assert.Contains(says, Refused(With(at, value)));

    [Fact]
    public void A_file_without_a_dynamic_section_is_refused() =>
        Assert.Contains("has no dynamic section", Refused(With(64 + 56, 6)));

    [Fact]
    public void A_file_that_is_cut_off_is_refused_wherever_it_is_cut() =>
        Assert.All(Enumerable.Range(64, Shim.Length - 64), length => Assert.Contains("shim", Refused(Shim[..length])));

    [Fact]
    public void Damaged_files_are_read_or_refused() =>
        MutatedBytes
            .Of(Shim)
            .HoldsFor(
                Cases,
                bytes =>
                    HostileInput.IsReadOrRefused(
                        () => ElfLibrary.Read(bytes, "shim"),
                        mostBytes: 4 << 20,
                        error => error is ResearchException
                    )
            );

    private static byte[] With(int at, byte value) => [.. Shim[..at], value, .. Shim[(at + 1)..]];

    private static string Refused(byte[] bytes) => Assert.Throws<ResearchException>(() => ElfLibrary.Read(bytes, "shim")).Message;
}
