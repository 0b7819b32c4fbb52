using System.Globalization;

namespace Research.Data.Audio.Decoding;

/// <summary>How ffmpeg is called: it may open the one file, which must be an audio container, and nothing that the file names.</summary>
/// <remarks>The lists are ours, as what ffmpeg allows by default changes with its version.</remarks>
internal static class FfmpegArguments
{
    /// <summary>What a file that begins as an MP4 or QuickTime file does has in its bytes 4 to 7.</summary>
    private static readonly string[] Mp4Starts = ["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"];

    // By ffmpeg's names. No playlist (concat, hls, dash), no picture, device or caption, and no AVI, whose subtitles may be a playlist.
    private const string Containers =
        "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,caf,dsf,eac3,flac,matroska,mp3,mpc,mpc8,nistsphere,ogg,shn,tak,tta,voc,w64,wav,wv";

    private const string LargestBlockBytes = "268435456"; // of memory, at once

    /// <param name="start">First bytes of the file.</param>
    /// <param name="longestSeconds">Of the sound; a second more is asked for, which shows that there is more.</param>
    public static string[] Of(string path, ReadOnlySpan<byte> start, double longestSeconds) =>
        [
            "-v",
            "error",
            "-nostdin",
            "-max_alloc",
            LargestBlockBytes,
            "-protocol_whitelist",
            "file",
            .. IsMp4(start) ? Mp4 : ["-format_whitelist", Containers],
            "-i",
            $"file:{path}", // a path that begins with '-' or looks like a protocol is still a path
            "-vn",
            "-sn",
            "-dn",
            "-t",
            (longestSeconds + 1).ToString(CultureInfo.InvariantCulture),
            "-c:a",
            "pcm_f32le",
            "-f",
            "wav",
            "-",
        ];

    // The one container that can say that its samples lie in another file; only its own demuxer knows the option that forbids it.
    private static string[] Mp4 => ["-format_whitelist", "mov", "-f", "mov", "-enable_drefs", "0", "-use_absolute_path", "0"];

    private static bool IsMp4(ReadOnlySpan<byte> start) =>
        start.Length >= 8 && Mp4Starts.Contains(System.Text.Encoding.Latin1.GetString(start[4..8]));
}
