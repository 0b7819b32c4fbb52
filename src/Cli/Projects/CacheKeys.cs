using System.CommandLine;
using Research.Cli.Commands;
using Research.Pipeline;
using Research.Pipeline.Store.Remote;

namespace Research.Cli.Projects;

/// <summary>research cache keygen FILE, research cache trust KEY: who signs results, and whose results are used.</summary>
internal static class CacheKeys
{
    public static ToolCommand Keygen()
    {
        var file = new Argument<string>("file") { Description = "Where the private key goes; its owner alone can read it." };
        return new ToolCommand(
            "keygen",
            "Makes a key that signs results (RESEARCH_SIGNING_KEY=FILE), and prints its public half.",
            ["research cache keygen ~/research-key.pem"]
        )
            .Taking(file)
            .Doing(parsed => Make(parsed.GetValue(file)!));
    }

    public static ToolCommand Trust()
    {
        var key = new Argument<string>("key") { Description = "The public half that 'research cache keygen' printed." };
        var name = new Option<string>("--name") { Description = "Whose it is, such as CI.", Required = true };
        return new ToolCommand(
            "trust",
            $"Adds a public key to {TrustedKeys.File}: results that it signed are used from then on.",
            ["research cache trust MFkwEwYHKoZIzj0CAQ… --name CI"]
        )
            .Taking(key, name)
            .Doing(parsed => Add(new TrustedKey(parsed.GetValue(name)!, parsed.GetValue(key)!)));
    }

    private static int Make(string file)
    {
        using var key = SigningKey.New();
        key.Write(file);
        Terminal.Say($"The private key is in {file}; keep it to yourself. The public half, for 'research cache trust':");
        Terminal.Say(key.Public);
        return ExitCodes.Well;
    }

    private static int Add(TrustedKey key)
    {
        string root = Checkout.Here();
        Terminal.Say(
            TrustedKeys.Add(root, key)
                ? $"{Path.Combine(root, TrustedKeys.File)} trusts {key.Name} ({key.Id}) now; commit it for the others."
                : $"{key.Id} is trusted already."
        );
        return ExitCodes.Well;
    }
}
