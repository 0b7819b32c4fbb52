using System.Text;
using Research.Data.Audio.Decoding;

namespace Research.Data.Tests.Audio.Decoding;

public class FfmpegArgumentsTests
{
    private static readonly string[] Playlists =
    [
        "concat",
        "hls",
        "dash",
        "webm_dash_manifest",
        "image2",
        "lavfi",
        "sdp",
        "rtsp",
        "tedcaptions",
        "avi",
        "imf",
    ];

    [Fact]
    public void The_path_is_named_as_a_file_and_only_sound_is_asked_for() =>
        Assert.EndsWith(
            " -i file:-in.mp3 -vn -sn -dn -t 60.5 -c:a pcm_f32le -f wav -",
            string.Join(' ', FfmpegArguments.Of("-in.mp3", "ID3"u8, 59.5)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("ID3\u0004\0\0\0\0\0\0\0\0")]
    [InlineData("ffconcat ver")]
    [InlineData("\0\0\0 ftypM4A ")]
    [InlineData("")]
    public void Only_files_are_opened_and_only_containers_of_sound(string start)
    {
        string[] arguments = Of(start);
        Assert.Equal("file", Value(arguments, "-protocol_whitelist"));
        string[] allowed = Value(arguments, "-format_whitelist").Split(',');
        Assert.NotEmpty(allowed);
        Assert.Empty(allowed.Intersect(Playlists));
        Assert.Contains("-nostdin", arguments);
        Assert.True(Array.IndexOf(arguments, "-format_whitelist") < Array.IndexOf(arguments, "-i"));
    }

    [Theory]
    [InlineData("\0\0\0 ftypM4A ")]
    [InlineData("\0\0\0\u0008wide\0\0\0\0")]
    [InlineData("\0\0\u0001\0moov\0\0\0\0")]
    public void An_mp4_may_name_no_other_file_for_its_samples(string start)
    {
        string[] arguments = Of(start);
        Assert.Equal("mov", arguments[Array.IndexOf(arguments, "-f") + 1]);
        Assert.Equal("mov", Value(arguments, "-format_whitelist"));
        Assert.Equal("0", Value(arguments, "-enable_drefs"));
    }

    [Fact]
    public void What_does_not_begin_as_an_mp4_cannot_be_read_as_one() =>
        Assert.DoesNotContain("mov", Value(Of("ID3  ftyp"), "-format_whitelist").Split(','));

    private static string[] Of(string start) => FfmpegArguments.Of("a.mp3", Encoding.Latin1.GetBytes(start), 60);

    private static string Value(string[] arguments, string option) => arguments[Array.IndexOf(arguments, option) + 1];
}
