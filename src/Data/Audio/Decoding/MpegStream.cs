using System.Buffers.Binary;
using System.Globalization;
using Research.Data.Audio.Wav;

namespace Research.Data.Audio.Decoding;

/// <summary>The frames of a file of MPEG audio one after another, as their headers tell: whether it is whole, one recording, and of one kind.</summary>
/// <remarks>A frame of layer III may tell how many follow ("Xing" or "Info" behind its side information, an encoder's convention); it holds no sound.</remarks>
internal sealed class MpegStream
{
    private const int StartBytes = 64; // a frame's header, checksum, side information and the count behind it
    private const int OldTagBytes = 128; // "TAG" and its fields, ID3v1
    private const int NewTagBytes = 32; // of an APE tag's head or foot, which states the rest
    private readonly Stream _file;
    private readonly byte[] _start = new byte[StartBytes];
    private readonly List<string> _warnings = [];
    private MpegFrame? _first;
    private long _sound; // frames of sound in this recording
    private long? _promised;
    private double _seconds;

    private MpegStream(Stream file) => _file = file;

    /// <summary>What is amiss, a sentence each without its full stop.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Whether rate and channels stay what they are in the first frame.</summary>
    public bool IsOfOneKind { get; private set; } = true;

    /// <summary>Reads the headers of a file.</summary>
    public static MpegStream Of(Stream file)
    {
        var stream = new MpegStream(file);
        stream.Read();
        return stream;
    }

    private void Read()
    {
        long place = Id3Tag.Bytes(Start(0));
        while (place < _file.Length)
        {
            ReadOnlySpan<byte> start = Start(place);
            if (MpegFrame.Of(start) is not { } frame)
            {
                place = Beyond(place, start);
            }
            else if (place + frame.Bytes > _file.Length)
            {
                Warn("it ends within a frame: it was cut off there");
                _promised = null; // said once
                break;
            }
            else
            {
                Count(frame, start);
                place += frame.Bytes;
            }
        }

        EndRecording();
    }

    private ReadOnlySpan<byte> Start(long place)
    {
        _file.Position = place;
        int count = _file.ReadAtLeast(_start, (int)Math.Min(StartBytes, _file.Length - place), throwOnEndOfStream: false);
        return _start.AsSpan(0, count);
    }

    private void Count(MpegFrame frame, ReadOnlySpan<byte> start)
    {
        IsOfOneKind &= _first is not { } first || (first.SampleRateHz, first.Channels) == (frame.SampleRateHz, frame.Channels);
        _first ??= frame;
        if (Promise(frame, start) is { } frames)
        {
            EndRecording();
            if (_seconds > 0)
            {
                Warn(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"another recording begins in it after {_seconds:0.0} s; they are taken for one, so cut the file there"
                    )
                );
            }

            (_promised, _sound) = (frames, 0);
            return;
        }

        _sound++;
        _seconds += (double)frame.Samples / frame.SampleRateHz;
    }

    // The frames that an encoder counted; 0 where it says that it did not.
    private static long? Promise(MpegFrame frame, ReadOnlySpan<byte> start)
    {
        int at = MpegFrame.HeaderBytes + (frame.HasChecksum ? 2 : 0) + frame.SideBytes;
        if (frame.Layer != 3 || start.Length < at + 12)
        {
            return null;
        }

        ReadOnlySpan<byte> head = start[at..];
        bool counts = (head.Length > 7) && (head[7] & 1) == 1;
        return !head.StartsWith("Xing"u8) && !head.StartsWith("Info"u8) ? null
            : counts ? BinaryPrimitives.ReadUInt32BigEndian(head[8..])
            : 0;
    }

    private void EndRecording()
    {
        if (_promised is > 0 && _sound < _promised)
        {
            Warn($"it says that it has {_promised} frames, and {_sound} are there: it was cut off");
        }

        _promised = null;
    }

    // Tags are passed over; of anything else, bytes up to where two frames follow each other.
    private long Beyond(long place, ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("TAG"u8))
        {
            return place + OldTagBytes;
        }

        if (start.StartsWith("APETAGEX"u8) && start.Length >= NewTagBytes)
        {
            return place + NewTagBytes + BinaryPrimitives.ReadUInt32LittleEndian(start[12..]);
        }

        return Id3Tag.Bytes(start) is > 0 and var tag ? place + tag : NextFrame(place + 1);
    }

    private long NextFrame(long from)
    {
        byte[] bytes = new byte[1 << 16];
        for (long place = from; place < _file.Length; place += bytes.Length - MpegFrame.HeaderBytes + 1)
        {
            _file.Position = place;
            int count = _file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            for (int i = 0; i + MpegFrame.HeaderBytes <= count; i++)
            {
                if (
                    MpegFrame.Of(bytes.AsSpan(i, MpegFrame.HeaderBytes)) is { } frame
                    && MpegFrame.Of(Start(place + i + frame.Bytes)) is not null
                )
                {
                    return place + i;
                }
            }

            if (count < bytes.Length)
            {
                break;
            }
        }

        return _file.Length;
    }

    private void Warn(string words)
    {
        if (!_warnings.Contains(words))
        {
            _warnings.Add(words);
        }
    }
}
