"""One small encoder that reads names, parts of speech and dependencies at once."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from lives.extract.english.learned.cases import CASES

_ARC, _LINK = 256, 96  # widths of the biaffine parser's two spaces


class Reader(nn.Module):
    """MiniLM with an embedding of case, and a head for each thing read.

    The parser is the biaffine one of Dozat and Manning (2017).
    """

    def __init__(self, encoder: Path, names: int, tags: int, links: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            encoder, add_pooling_layer=False, attn_implementation="eager"
        )
        width = self.encoder.config.hidden_size
        self.case = nn.Embedding(len(CASES), width)
        nn.init.normal_(self.case.weight, std=0.02)
        self.drop = nn.Dropout(0.15)
        self.names = nn.Linear(width, names)
        self.tags = nn.Linear(width, tags)
        self.arc_dependent = nn.Linear(width, _ARC)
        self.arc_head = nn.Linear(width, _ARC)
        self.arc = nn.Parameter(torch.zeros(_ARC + 1, _ARC))
        self.link_dependent = nn.Linear(width, _LINK)
        self.link_head = nn.Linear(width, _LINK)
        self.link = nn.Parameter(torch.zeros(links, _LINK + 1, _LINK + 1))
        nn.init.xavier_uniform_(self.arc)
        nn.init.xavier_uniform_(self.link)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(
            requires_grad=False
        )

    def forward(
        self, pieces: Tensor, cases: Tensor, seen: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Read sentences.

        Args:
            pieces: Word pieces, batch by length.
            cases: Case of the word each belongs to, batch by length.
            seen: 1 where there is a piece, batch by length.
            first: Position of each word's first piece; position 0, the root, is the
                sentence mark; batch by words + 1, 0 beyond the last word.

        Returns:
            Scores of names and of tags, batch by words + 1 by classes; scores of heads,
            batch by words + 1 by words + 1; both spaces of the links.
        """
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.case(cases)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=seen)[0]
        index = first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])
        words = self.drop(torch.gather(hidden, 1, index))
        dependent = self.drop(torch.relu(self.arc_dependent(words)))
        head = self.drop(torch.relu(self.arc_head(words)))
        ones = torch.ones_like(dependent[..., :1])
        arcs = torch.cat((dependent, ones), -1) @ self.arc @ head.transpose(1, 2)
        below = self.drop(torch.relu(self.link_dependent(words)))
        above = self.drop(torch.relu(self.link_head(words)))
        below = torch.cat((below, ones), -1)
        above = torch.cat((above, ones), -1)
        return self.names(words), self.tags(words), arcs, below, above

    def links_of(self, below: Tensor, above: Tensor, heads: Tensor) -> Tensor:
        """Score the links of words to their heads; batch by words + 1 by links."""
        index = heads.unsqueeze(-1).expand(-1, -1, above.shape[-1])
        chosen = torch.gather(above, 1, index)
        return torch.einsum("bwi,lij,bwj->bwl", below, self.link, chosen)


class Exported(nn.Module):
    """The reader as it is shipped: scores of names, and the choices of the rest."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, pieces: Tensor, cases: Tensor, seen: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Read sentences: names (scores), tags, heads (scores), links."""
        names, tags, arcs, below, above = self.reader(pieces, cases, seen, first)
        absent = (first == 0).unsqueeze(1).float()
        absent = torch.cat((torch.zeros_like(absent[..., :1]), absent[..., 1:]), -1)
        itself = torch.eye(first.shape[1]).unsqueeze(0)
        arcs = arcs - 1e4 * absent - 1e4 * itself
        links = self.reader.links_of(below, above, arcs.argmax(-1)).argmax(-1)
        return names.softmax(-1), tags.argmax(-1), arcs, links
