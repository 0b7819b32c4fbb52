using System.CommandLine;
using Research.Cli.Commands;
using Research.Pipeline;

namespace Research.Cli.Help;

/// <summary>research completion SHELL: what a shell must read to complete commands, options and names.</summary>
internal sealed class CompletionCommand : ITopLevelCommand
{
    private const string Bash = """
        _research_completion() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(research "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _research_completion research
        """;

    private const string Zsh = """
        _research_completion() {
            local -a found
            found=("${(@f)$(research "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a found || _files
        }
        compdef _research_completion research
        """;

    private const string Fish = """
        complete -c research -f -a '(research "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        complete -c research -F -n 'not string match -q -- "-*" (commandline -ct)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName research -ScriptBlock {
            param($word, $line, $place)
            research "[suggest:$place]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    /// <summary>The scripts by the name of their shell.</summary>
    public static IReadOnlyDictionary<string, string> Scripts { get; } =
        new Dictionary<string, string>
        {
            ["bash"] = Bash,
            ["zsh"] = Zsh,
            ["fish"] = Fish,
            ["pwsh"] = PowerShell,
        };

    public Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh." }.AcceptOnlyFromAmong([
            .. Scripts.Keys,
        ]);
        return new ToolCommand(
            "completion",
            "Prints what a shell must read to complete commands, options and the names of targets, datasets and models.",
            ["source <(research completion bash)", "research completion pwsh >> $PROFILE"]
        )
            .Taking(shell)
            .Doing(parsed =>
            {
                Console.Out.Write(Scripts[parsed.GetValue(shell)!].ReplaceLineEndings("\n") + "\n");
                return ExitCodes.Well;
            });
    }
}
