using System.Text;
using CliWrap;

namespace Research.Data.Audio.Decoding;

/// <summary>Takes a program's output without letting it fill the memory or the disk.</summary>
internal static class BoundedPipe
{
    private const int PartBytes = 1 << 16;

    /// <summary>Keeps everything; stops the program where it writes more than that.</summary>
    public static PipeTarget All(Stream kept, long most, CancellationTokenSource stop) =>
        PipeTarget.Create(
            async (output, cancellation) =>
            {
                byte[] part = new byte[PartBytes];
                long seen = 0;
                for (int read; (read = await output.ReadAsync(part, cancellation)) > 0; )
                {
                    seen += read;
                    if (seen > most)
                    {
                        await stop.CancelAsync();
                        return;
                    }

                    await kept.WriteAsync(part.AsMemory(0, read), cancellation);
                }
            }
        );

    /// <summary>Keeps the last 64 KiB, which are text; stops the program where it writes more than <paramref name="most"/> in all.</summary>
    public static PipeTarget Tail(StringBuilder kept, long most, CancellationTokenSource stop) =>
        PipeTarget.Create(
            async (output, cancellation) =>
            {
                using var reader = new StreamReader(output, Encoding.UTF8, leaveOpen: true);
                char[] part = new char[PartBytes];
                long seen = 0;
                for (int read; (read = await reader.ReadAsync(part, cancellation)) > 0; )
                {
                    kept.Append(part, 0, read);
                    kept.Remove(0, Math.Max(0, kept.Length - PartBytes));
                    seen += read;
                    if (seen > most)
                    {
                        await stop.CancelAsync();
                        return;
                    }
                }
            }
        );
}
