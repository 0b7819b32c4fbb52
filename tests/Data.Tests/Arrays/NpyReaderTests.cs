using System.Text;
using System.Text.Json;
using Research.Data.Arrays;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Arrays;

public class NpyReaderTests
{
    private const int Enough = 1 << 20; // the first call loads messages and tables of its own

    public static TheoryData<string> Names => [.. Cases.Select(item => item.GetProperty("name").GetString()!)];

    private static JsonElement[] Cases => [.. Golden.Json("npy.json").EnumerateArray()];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_numpy_wrote_is_read_to_the_last_bit(string name)
    {
        JsonElement item = Cases.Single(one => one.GetProperty("name").GetString() == name);
        Matrix read = Read(item.GetProperty("file").GetBytesFromBase64());
        double[][] rows =
        [
            .. item.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(x => x.GetDouble()).ToArray()),
        ];
        Assert.Equal(rows.Length, read.Rows);
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(rows[i], read.Row(i).ToArray());
        }
    }

    [Theory]
    [InlineData("'<f8'", "(2, 3, 4)", "has the shape (2, 3, 4)")]
    [InlineData("'<f8'", "()", "has the shape ()")]
    [InlineData("'<f8'", "(0, 3)", "has the shape (0, 3)")]
    [InlineData("'<f8'", "(-1, 3)", "has the shape (-1, 3)")]
    [InlineData("'<f8'", "(99999999999999999999, 3)", "has the shape (9999")]
    [InlineData("'<f8'", "(70000, 70000)", "at most 67108864 values")]
    [InlineData("'<f8'", "(1000, 1000)", "ends within its header or its numbers")]
    [InlineData("'|O'", "(2, 3)", "holds pickled Python objects, which could run code and are never read")]
    [InlineData("'<c16'", "(2, 3)", "holds numbers of the type '<c16'")]
    [InlineData("[('a', '<f8')]", "(2, 3)", "holds records or objects")]
    public void What_is_no_table_of_real_numbers_is_refused_in_a_sentence(string type, string shape, string words) =>
        Refused(File($"{{'descr': {type}, 'fortran_order': False, 'shape': {shape}, }}\n", new byte[48]), words);

    [Fact]
    public void Other_files_are_refused()
    {
        Refused([], "ends within");
        Refused(Encoding.ASCII.GetBytes("RIFF....WAVE"), "is no NumPy file");
        Refused([0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], "a.npy: ");
        byte[] later = File("{}\n", []);
        later[6] = 4;
        Refused(later, "is no NumPy file of version 1 to 3");
        Refused([.. later[..6], 2, 0, 0, 0, 0, 0x7F], "has a header of 2130706432 bytes");
    }

    [Fact]
    public void Mutated_files_are_read_or_refused_soon_and_in_little_memory()
    {
        foreach (
            JsonElement item in Cases.Where(one => one.GetProperty("name").GetString() is "<f8" or "gzipped" or "by columns")
        )
        {
            MutatedBytes
                .Of(item.GetProperty("file").GetBytesFromBase64())
                .HoldsFor(
                    300,
                    file =>
                        HostileInput.IsReadOrRefused(
                            () => Read(file),
                            Enough + (1032 * 8L * file.Length),
                            error => error is ResearchException
                        )
                );
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(60)]
    public void A_gzip_that_lost_its_end_is_refused(int bytes)
    {
        byte[] whole = Cases
            .Single(one => one.GetProperty("name").GetString() == "gzipped")
            .GetProperty("file")
            .GetBytesFromBase64();
        Refused(whole[..^bytes], "a.npy: ");
        whole[^6] ^= 1; // the check sum of the content
        Refused(whole, "a.npy: ");
    }

    private static void Refused(byte[] file, string words)
    {
        string message = Assert.Throws<ResearchException>(() => Read(file)).Message;
        Assert.StartsWith("a.npy: ", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    private static Matrix Read(byte[] file) => NpyReader.Read(new MemoryStream(file), "a.npy");

    private static byte[] File(string header, byte[] numbers) =>
        [
            0x93,
            .. "NUMPY"u8,
            1,
            0,
            (byte)header.Length,
            (byte)(header.Length >> 8),
            .. Encoding.ASCII.GetBytes(header),
            .. numbers,
        ];
}
